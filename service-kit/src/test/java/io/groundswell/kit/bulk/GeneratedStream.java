package io.groundswell.kit.bulk;

import java.io.InputStream;

/** A body that is larger than what a test wants to hold: the same bytes over and over. */
final class GeneratedStream extends InputStream {
    private final byte[] pattern;
    private final long length;
    private long at;

    GeneratedStream(byte[] pattern, int times) {
        this.pattern = pattern;
        this.length = (long) pattern.length * times;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, length - at);
    }

    @Override
    public int read() {
        return at < length ? pattern[(int) (at++ % pattern.length)] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int max) {
        int start = (int) (at % pattern.length);
        int count = (int) Math.min(Math.min(max, pattern.length - start), length - at);
        System.arraycopy(pattern, start, buffer, offset, count);
        at += count;
        return count == 0 ? -1 : count;
    }
}
