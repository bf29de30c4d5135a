package io.groundswell.campaign.listening.live;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The client's side of the WebSocket protocol (RFC 6455), over a connection that was upgraded. The client of Vert.x looks up the
 * host once more when it connects, and ends the connection at a message that is too large; here the address that was looked at is
 * the one connected to, and such a message is passed over.
 */
final class WebSocketFrames {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int MOST_CONTROL_BYTES = 125;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int mostBytes;
    private final Reader reader;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final ByteArrayOutputStream control = new ByteArrayOutputStream();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int messageType;
    private boolean tooLarge;
    private int opcode;
    private boolean isFinal;
    /** Bytes of the frame that have not come; negative while its header has not. */
    private long missing = -1;

    WebSocketFrames(int mostBytes, Reader reader) {
        this.mostBytes = mostBytes;
        this.reader = reader;
    }

    /** Is told what was read. */
    interface Reader {
        void text(String message);

        void ping(byte[] content);

        void pong();

        void closing();

        void tooLarge();
    }

    /**
     * Reads what came.
     *
     * @throws ListeningFailure when it is not what the protocol permits a server to send
     */
    void read(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (missing < 0) {
                header.write(bytes[at++]);
                tryHeader();
            } else {
                int taken = (int) Math.min(missing, bytes.length - at);
                take(bytes, at, taken);
                at += taken;
                missing -= taken;
            }
            if (missing == 0) {
                missing = -1;
                endFrame();
            }
        }
    }

    private void tryHeader() {
        byte[] known = header.toByteArray();
        if (known.length < 2) {
            return;
        }
        int shortLength = known[1] & 0x7f;
        int needed = switch (shortLength) {
            case LENGTH_IN_TWO_BYTES -> 4;
            case LENGTH_IN_EIGHT_BYTES -> 10;
            default -> 2;
        };
        if (known.length < needed) {
            return;
        }
        header.reset();
        isFinal = (known[0] & 0x80) != 0;
        opcode = known[0] & 0x0f;
        missing = switch (shortLength) {
            case LENGTH_IN_TWO_BYTES -> ByteBuffer.wrap(known).getShort(2) & 0xffff;
            case LENGTH_IN_EIGHT_BYTES -> ByteBuffer.wrap(known).getLong(2);
            default -> shortLength;
        };
        check((known[0] & 0x70) == 0 && (known[1] & 0x80) == 0 && missing >= 0);
        switch (opcode) {
            case TEXT, BINARY -> {
                check(messageType == 0);
                messageType = opcode;
            }
            case CONTINUATION -> check(messageType != 0);
            case CLOSE, PING, PONG -> check(isFinal && missing <= MOST_CONTROL_BYTES);
            default -> check(false);
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw ListeningFailure.passing("The server sent what no WebSocket may.");
        }
    }

    private void take(byte[] bytes, int at, int length) {
        if (opcode >= CLOSE) {
            control.write(bytes, at, length);
        } else if (!tooLarge && message.size() + length <= mostBytes) {
            message.write(bytes, at, length);
        } else {
            tooLarge = true;
            message.reset();
        }
    }

    private void endFrame() {
        byte[] content = control.toByteArray();
        control.reset();
        switch (opcode) {
            case CLOSE -> reader.closing();
            case PING -> reader.ping(content);
            case PONG -> reader.pong();
            default -> {
                if (isFinal) {
                    endMessage();
                }
            }
        }
    }

    private void endMessage() {
        String text = message.toString(StandardCharsets.UTF_8);
        boolean thrownAway = tooLarge;
        boolean isText = messageType == TEXT;
        message.reset();
        tooLarge = false;
        messageType = 0;
        if (thrownAway) {
            reader.tooLarge();
        } else if (isText) {
            reader.text(text);
        }
    }

    /** Returns a frame as a client sends it: masked. */
    static byte[] frame(int opcode, byte[] content) {
        if (content.length > MOST_CONTROL_BYTES) {
            throw new IllegalArgumentException("This client sends control frames only");
        }
        byte[] mask = new byte[4];
        RANDOM.nextBytes(mask);
        ByteBuffer frame = ByteBuffer.allocate(6 + content.length);
        frame.put((byte) (0x80 | opcode)).put((byte) (0x80 | content.length)).put(mask);
        for (int i = 0; i < content.length; i++) {
            frame.put((byte) (content[i] ^ mask[i % 4]));
        }
        return frame.array();
    }
}
