package io.groundswell.kit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Splits a body at line feeds with a bounded buffer: the rest of a line that is too long is skipped. Everything refers to
 * the line that was read last.
 */
final class BodyLines {
    private static final int CHUNK = 1 << 16;
    private static final int FIRST_LINE = 1 << 12;

    private final InputStream body;
    private final CRC32C crc = new CRC32C();
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int filled;
    private byte[] line = new byte[FIRST_LINE];
    private int length;
    private boolean tooLong;
    private boolean begun;
    private long number;
    private long bytesRead;

    BodyLines(InputStream body) {
        this.body = body;
    }

    /** Reads the next line, waiting for it; false at the end of the body. The last line needs no line feed. */
    boolean read() {
        while (!take()) {
            if (!fill()) {
                return end();
            }
        }
        return true;
    }

    /** Reads the next line if all of it has been received; a part of one is kept for later. */
    boolean readIfReceived() {
        while (!take()) {
            if (!isMoreReceived() || !fill()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of the line; the first is 1. */
    long number() {
        return number;
    }

    /** Tells whether the line exceeds {@link BulkFormat#MAX_LINE_BYTES}, so that only its beginning was kept. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Returns the buffer that begins with the line, without its line feed; the next read overwrites it. */
    byte[] bytes() {
        return line;
    }

    /** Returns the line's length in bytes. */
    int length() {
        return length;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** Returns the CRC-32C of the line, also of what was not kept of it: what is kept depends on how the body arrives. */
    int checksum() {
        return (int) crc.getValue();
    }

    /** Moves what the chunk has of the line; true when that completes it. */
    private boolean take() {
        if (position == filled) {
            return false;
        }
        begin();
        int end = position;
        while (end < filled && chunk[end] != '\n') {
            end++;
        }
        append(end);
        boolean complete = end < filled;
        position = complete ? end + 1 : end;
        begun = !complete;
        return complete;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            length = 0;
            tooLong = false;
            crc.reset();
            number++;
        }
    }

    private boolean end() {
        boolean lastLine = begun;
        begun = false;
        return lastLine;
    }

    private void append(int end) {
        int added = end - position;
        crc.update(chunk, position, added);
        if (tooLong || length + added > BulkFormat.MAX_LINE_BYTES) {
            tooLong = true;
            return;
        }
        if (length + added > line.length) {
            line = Arrays.copyOf(line, Math.min(BulkFormat.MAX_LINE_BYTES, Math.max(2 * line.length, length + added)));
        }
        System.arraycopy(chunk, position, line, length, added);
        length += added;
    }

    private boolean isMoreReceived() {
        try {
            return body.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean fill() {
        try {
            position = 0;
            filled = Math.max(0, body.read(chunk));
            bytesRead += filled;
            return filled > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
