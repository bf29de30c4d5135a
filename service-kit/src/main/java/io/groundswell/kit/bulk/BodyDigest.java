package io.groundswell.kit.bulk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Follows a body line by line and can tell at each what it has read. */
final class BodyDigest {
    private final MessageDigest sha256;
    private final ByteBuffer line = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
    private long last;

    BodyDigest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void add(long number, int checksum) {
        last = number;
        sha256.update(line.clear().putLong(number).putInt(checksum).flip());
    }

    BulkPlace place() {
        if (last == 0) {
            return BulkPlace.START;
        }
        try {
            return new BulkPlace(last, HexFormat.of().formatHex(((MessageDigest) sha256.clone()).digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 can be copied", e);
        }
    }
}
