package io.groundswell.kit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of any encoding as UTF-8. What is no text in its encoding becomes {@link #BROKEN}, which is no text in UTF-8 either: so
 * only the line that it is on is lost, and whoever reads lines finds out where.
 */
final class Utf8Stream extends InputStream {
    /** A byte that never occurs in UTF-8. */
    static final byte BROKEN = (byte) 0xFF;

    private static final int BYTES = 1 << 13;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT);
    private final ByteBuffer encoded = ByteBuffer.allocate(BYTES).flip();
    private final CharBuffer text = CharBuffer.allocate(BYTES).flip();
    /** Three bytes for a char at most, and one for what is broken. */
    private final ByteBuffer utf8 = ByteBuffer.allocate(3 * BYTES + 1).flip();
    private boolean ended;
    private boolean flushed;

    Utf8Stream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        return isFilled() ? utf8.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!isFilled()) {
            return -1;
        }
        int count = Math.min(length, utf8.remaining());
        utf8.get(buffer, offset, count);
        return count;
    }

    private boolean isFilled() throws IOException {
        while (!utf8.hasRemaining() && !flushed) {
            fill();
        }
        return utf8.hasRemaining();
    }

    private void fill() throws IOException {
        if (!ended) {
            receive();
        }
        text.compact();
        CoderResult result = decoder.decode(encoded, text, ended);
        if (ended && result.isUnderflow()) {
            flushed = decoder.flush(text).isUnderflow();
        }
        text.flip();
        utf8.clear();
        for (CoderResult written = encode(); written.isError(); written = encode()) {
            text.position(text.position() + written.length());
            utf8.put(BROKEN);
        }
        if (result.isError()) {
            encoded.position(encoded.position() + result.length());
            utf8.put(BROKEN);
        }
        utf8.flip();
    }

    private CoderResult encode() {
        return encoder.encode(text, utf8, flushed);
    }

    private void receive() throws IOException {
        encoded.compact();
        int count = encoded.hasRemaining() ? in.read(encoded.array(), encoded.position(), encoded.remaining()) : 0;
        ended = count < 0;
        encoded.position(encoded.position() + Math.max(0, count)).flip();
    }
}
