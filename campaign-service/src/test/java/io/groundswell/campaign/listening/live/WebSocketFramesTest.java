package io.groundswell.campaign.listening.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WebSocketFramesTest {
    private static final int MOST = 1_000;

    @Property
    void whereBytesAreCutMakesNoDifference(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 2_000) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 700) int step) {
        // Given
        var wire = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (int size : sizes) {
            String text = "x".repeat(size);
            wire.writeBytes(frame(0x80 | WebSocketFrames.TEXT, text));
            wire.writeBytes(frame(0x80 | WebSocketFrames.PING, "p"));
            expected.add(size > MOST ? "too large" : "text " + size);
            expected.add("ping p");
        }

        // When
        List<String> told = read(wire.toByteArray(), step);

        // Then
        assertEquals(expected, told);
    }

    @Test
    void fragmentsAreOneMessageAlsoWithAPingBetween() {
        // Given
        var wire = new ByteArrayOutputStream();
        wire.writeBytes(frame(WebSocketFrames.TEXT, "ab"));
        wire.writeBytes(frame(0x80 | WebSocketFrames.PING, ""));
        wire.writeBytes(frame(0, "cd"));
        wire.writeBytes(frame(0x80, "e"));
        wire.writeBytes(frame(0x80 | WebSocketFrames.CLOSE, ""));

        // When
        List<String> told = read(wire.toByteArray(), 1);

        // Then
        assertEquals(List.of("ping ", "text 5", "close"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c100", "8181", "8300", "8000", "0900", "897e0080", "817fffffffffffffffff", "0101610100"})
    void whatNoServerMaySendEndsTheConnection(String hex) {
        byte[] wire = HexFormat.of().parseHex(hex);

        assertThrows(ListeningFailure.class, () -> read(wire, 1));
    }

    private static List<String> read(byte[] wire, int step) {
        List<String> told = new ArrayList<>();
        var frames = new WebSocketFrames(MOST, new WebSocketFrames.Reader() {
            @Override
            public void text(String message) {
                told.add("text " + message.length());
            }

            @Override
            public void ping(byte[] content) {
                told.add("ping " + new String(content, StandardCharsets.UTF_8));
            }

            @Override
            public void pong() {
                told.add("pong");
            }

            @Override
            public void closing() {
                told.add("close");
            }

            @Override
            public void tooLarge() {
                told.add("too large");
            }
        });
        for (int at = 0; at < wire.length; at += step) {
            frames.read(Arrays.copyOfRange(wire, at, Math.min(wire.length, at + step)));
        }
        return told;
    }

    private static byte[] frame(int first, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 4);
        frame.put((byte) first);
        if (bytes.length < 126) {
            frame.put((byte) bytes.length);
        } else {
            frame.put((byte) 126).putShort((short) bytes.length);
        }
        frame.put(bytes).flip();
        byte[] wire = new byte[frame.limit()];
        frame.get(wire);
        return wire;
    }
}
