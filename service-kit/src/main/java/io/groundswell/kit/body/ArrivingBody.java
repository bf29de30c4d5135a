package io.groundswell.kit.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * A body whose {@link #available()} counts only what has arrived. The server's own stream answers with the declared length
 * when nothing has, so that a reader who trusts it would wait for a client that waits for the reader.
 */
final class ArrivingBody extends FilterInputStream {
    private final String declaredLength;
    private boolean begun;

    /**
     * @param declaredLength the request's {@code Content-Length}; null when it comes in chunks
     */
    ArrivingBody(InputStream body, @Nullable String declaredLength) {
        super(body);
        this.declaredLength = declaredLength == null ? "" : declaredLength.strip();
    }

    @Override
    public int read() throws IOException {
        begun = true;
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        begun = true;
        return super.read(buffer, offset, length);
    }

    /** Once a byte has been read, less than the declared length is left: as much as that can only be the false answer. */
    @Override
    public int available() throws IOException {
        int available = super.available();
        boolean unknown = available == Integer.MAX_VALUE || declaredLength.equals(Integer.toString(available));
        return begun && unknown ? 0 : available;
    }
}
