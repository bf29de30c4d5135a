package io.groundswell.kit.paging;

import java.util.Base64;

/** The secret that cursors are authenticated with, read from its configured text. */
final class SigningKey {
    static final String PROPERTY = "groundswell.signing-key";
    private static final int MIN_BYTES = 32;

    private final byte[] bytes;

    private SigningKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the key.
     *
     * @throws IllegalStateException with what to do about it, and never with the key, when it is missing, not base64 or
     *             too short
     */
    static SigningKey parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(PROPERTY + " (GROUNDSWELL_SIGNING_KEY) is not base64; " + advice());
        }
        if (bytes.length < MIN_BYTES) {
            throw new IllegalStateException(PROPERTY + " (GROUNDSWELL_SIGNING_KEY) "
                    + (bytes.length == 0 ? "is not set; " : "has " + bytes.length + " bytes; ") + advice());
        }
        return new SigningKey(bytes);
    }

    private static String advice() {
        return "it must be base64 of at least " + MIN_BYTES + " random bytes, for example from: openssl rand -base64 32";
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
