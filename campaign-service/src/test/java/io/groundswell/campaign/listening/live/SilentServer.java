package io.groundswell.campaign.listening.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts a WebSocket, begins a message a byte at a time that never ends, and answers no ping. */
final class SilentServer implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: (\\S+)");

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);

    SilentServer() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
            Thread.ofVirtual().start(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "ws://localhost:" + server.getLocalPort();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> dribble(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void dribble(Socket socket) {
        try (socket) {
            var request = new StringBuilder();
            while (!request.toString().endsWith("\r\n\r\n")) {
                request.append((char) socket.getInputStream().read());
            }
            Matcher key = KEY.matcher(request);
            if (!key.find()) {
                return;
            }
            String accepted = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII)));
            socket.getOutputStream().write("""
                    HTTP/1.1 101 Switching Protocols\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Accept: %s\r
                    \r
                    """.formatted(accepted).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[]{(byte) 0x81, 126, 3, (byte) 0xe8});
            for (int i = 0; i < 900 && !closed.await(100, TimeUnit.MILLISECONDS); i++) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException | NoSuchAlgorithmException e) {
            // The other side has left, which is what the test waits for.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
