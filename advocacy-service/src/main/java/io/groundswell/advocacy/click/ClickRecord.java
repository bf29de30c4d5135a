package io.groundswell.advocacy.click;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * A click as bytes: length of the content, CRC-32C of the content, content. Numbers are big-endian. A record that was cut
 * short or damaged does not read as one.
 */
final class ClickRecord {
    /** No record is longer: 63 characters of workspace and 512 of user agent, at most 3 bytes each, and 80 fixed bytes. */
    static final int MAX_BYTES = 2048;
    private static final int HEAD = 2 * Integer.BYTES;
    private static final int MAX_USER_AGENT = 512;

    private ClickRecord() {}

    /** Writes at the buffer's position, which needs room for {@link #MAX_BYTES}. */
    static void write(Click click, ByteBuffer out) {
        int start = out.position();
        out.position(start + HEAD);
        put(out, click.id());
        put(out, click.shareId());
        put(out, click.visitor());
        out.putLong(click.at().toEpochMilli());
        put(out, click.workspace());
        put(out, shortened(click.userAgent()));
        int length = out.position() - start - HEAD;
        out.putInt(start, length);
        out.putInt(start + Integer.BYTES, checksum(out.slice(start + HEAD, length)));
    }

    /** Reads at the buffer's position and moves behind the record; null, and no move, when none is complete there. */
    static @Nullable Click read(ByteBuffer in) {
        int start = in.position();
        if (in.remaining() < HEAD) {
            return null;
        }
        int length = in.getInt(start);
        if (length <= 0 || length > MAX_BYTES - HEAD || length > in.remaining() - HEAD) {
            return null;
        }
        ByteBuffer content = in.slice(start + HEAD, length);
        if (checksum(content.duplicate()) != in.getInt(start + Integer.BYTES)) {
            return null;
        }
        in.position(start + HEAD + length);
        UUID id = uuid(content);
        UUID share = uuid(content);
        UUID visitor = uuid(content);
        Instant at = Instant.ofEpochMilli(content.getLong());
        String workspace = text(content);
        return new Click(id, workspace, share, visitor, at, text(content));
    }

    private static String shortened(String userAgent) {
        return userAgent.length() <= MAX_USER_AGENT ? userAgent : userAgent.substring(0, MAX_USER_AGENT);
    }

    private static int checksum(ByteBuffer content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static void put(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void put(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
