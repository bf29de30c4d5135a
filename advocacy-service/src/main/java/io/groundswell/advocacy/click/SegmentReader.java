package io.groundswell.advocacy.click;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the clicks of a segment in pieces. Where no complete record follows, the segment ends: that is where the process was
 * killed in the middle of a write.
 */
final class SegmentReader implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * ClickRecord.MAX_BYTES).flip();

    SegmentReader(Path segment) throws IOException {
        this.channel = FileChannel.open(segment, StandardOpenOption.READ);
    }

    /** Returns the next clicks, none at the end. */
    List<Click> next(int most) throws IOException {
        List<Click> clicks = new ArrayList<>();
        while (clicks.size() < most) {
            Click click = ClickRecord.read(buffer);
            if (click == null && buffer.remaining() < ClickRecord.MAX_BYTES && fill()) {
                click = ClickRecord.read(buffer);
            }
            if (click == null) {
                break;
            }
            clicks.add(click);
        }
        return clicks;
    }

    /** Returns how many bytes at the end are no record; to be asked after the last click. */
    long tornBytes() throws IOException {
        return buffer.remaining() + channel.size() - channel.position();
    }

    private boolean fill() throws IOException {
        buffer.compact();
        int added = 0;
        int read;
        while (buffer.hasRemaining() && (read = channel.read(buffer)) >= 0) {
            added += read;
        }
        buffer.flip();
        return added > 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
