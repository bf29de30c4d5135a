package io.groundswell.gateway.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** A client that writes and reads bytes as it likes: halves of requests, requests that no client library would send. */
public final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    /** Connects to the gateway. */
    public RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends text as it is, ends of lines included. */
    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends the head of a request: its first line and its headers. */
    public RawConnection sendHead(String... lines) throws IOException {
        return send(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /** Sends one chunk of a chunked body. */
    public RawConnection sendChunk(String text) throws IOException {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return send(Integer.toHexString(length) + "\r\n" + text + "\r\n");
    }

    /** Reads until the text has come; fails when the connection ends or falls silent before. */
    public String readUntil(String end) throws IOException {
        return read(end);
    }

    /** Reads until the other side closes; fails when it falls silent before. */
    public String readToEnd() throws IOException {
        return read(null);
    }

    private String read(@Nullable String end) throws IOException {
        var read = new ByteArrayOutputStream();
        while (end == null || !read.toString(StandardCharsets.UTF_8).endsWith(end)) {
            int next = nextAfter(read);
            if (next < 0 && end != null) {
                throw new IOException("The connection ended after: " + read.toString(StandardCharsets.UTF_8));
            }
            if (next < 0) {
                break;
            }
            read.write(next);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private int nextAfter(ByteArrayOutputStream read) throws IOException {
        try {
            return in.read();
        } catch (SocketTimeoutException e) {
            throw new IOException("Silence after: " + read.toString(StandardCharsets.UTF_8), e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
