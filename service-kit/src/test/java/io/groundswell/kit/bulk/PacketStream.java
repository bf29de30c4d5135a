package io.groundswell.kit.bulk;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A body that arrives in packets: a read gets one, and only those that have arrived count as available. */
final class PacketStream extends InputStream {
    private final Deque<byte[]> arrived = new ArrayDeque<>();
    private final Deque<byte[]> underWay = new ArrayDeque<>();

    /** The first packet is there, each other after {@link #arrive()}; a read never waits. */
    PacketStream(String first, String... others) {
        arrived.add(first.getBytes(StandardCharsets.UTF_8));
        for (String other : others) {
            underWay.add(other.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All is there, cut into packets of the given sizes over and over. */
    PacketStream(byte[] body, List<Integer> sizes) {
        int at = 0;
        for (int i = 0; at < body.length; i++) {
            int end = Math.min(body.length, at + sizes.get(i % sizes.size()));
            arrived.add(Arrays.copyOfRange(body, at, end));
            at = end;
        }
    }

    void arrive() {
        arrived.add(underWay.remove());
    }

    @Override
    public int available() {
        return arrived.isEmpty() ? 0 : arrived.getFirst().length;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("bodies are read in blocks");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (arrived.isEmpty()) {
            if (!underWay.isEmpty()) {
                throw new AssertionError("would wait for the client");
            }
            return -1;
        }
        byte[] packet = arrived.remove();
        System.arraycopy(packet, 0, buffer, offset, packet.length);
        return packet.length;
    }
}
