package io.groundswell.suite.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * A client that reads the report while it still sends, on a bare socket: it knows at every moment what has been
 * acknowledged. A report line that a chunk border cuts in two is not counted.
 */
final class StreamingIngest {
    private final URI gateway;
    private final String token;

    StreamingIngest(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * Sends posts until all are sent or the connection breaks.
     *
     * @param enough runs once, when this many posts are acknowledged
     * @return the network's ids of the posts that were acknowledged
     */
    Set<String> send(String hashtag, int count, int acknowledgedFirst, Runnable enough) {
        Set<String> acknowledged = new HashSet<>();
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(30_000);
            Thread sender = Thread.ofPlatform().start(() -> write(socket, hashtag, count));
            var report = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            boolean reached = false;
            for (String line = report.readLine(); line != null && !line.equals("0"); line = report.readLine()) {
                if (line.startsWith("{\"line\"") && line.endsWith("}") && line.contains("\"MATCHED\"")) {
                    acknowledged.add(Marketer.parse(line).path("networkPostId").asText());
                }
                if (!reached && acknowledged.size() >= acknowledgedFirst) {
                    reached = true;
                    enough.run();
                }
            }
            sender.interrupt();
        } catch (IOException e) {
            // The connection broke, as it must when the service is killed; what was read until then is what counts.
        }
        return acknowledged;
    }

    private void write(Socket socket, String hashtag, int count) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /v1/posts/ingest HTTP/1.1\r
                    Host: %s\r
                    Authorization: Bearer %s\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    \r
                    """.formatted(gateway.getAuthority(), token).getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < count; i++) {
                byte[] line = (PostLines.line(hashtag, i) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(line);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            if (!socket.isClosed()) {
                try {
                    socket.shutdownOutput();
                } catch (IOException closed) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }
}
