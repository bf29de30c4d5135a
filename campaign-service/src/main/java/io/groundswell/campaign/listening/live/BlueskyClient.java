package io.groundswell.campaign.listening.live;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.NetSocket;

/** Listens to a Jetstream: posts as they are made, changed and deleted, and what becomes of accounts. */
@ApplicationScoped
class BlueskyClient implements NetworkClient {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NONCE_BYTES = 16;
    /** A Jetstream orders events by when it heard them; what it heard on either side of a break may overlap. */
    private static final long REWIND_MICROS = TimeUnit.SECONDS.toMicros(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutgoingHttp http;

    BlueskyClient(OutgoingHttp http) {
        this.http = http;
    }

    @Override
    public Future<OpenStream> open(ConnectorSettings settings, StreamSink sink) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        return http.upgrade(address(settings), Map.of("Connection", "Upgrade", "Upgrade", "websocket",
                "Sec-WebSocket-Version", "13", "Sec-WebSocket-Key", key)).map(response -> opened(response, key, sink));
    }

    static URI address(ConnectorSettings settings) {
        String base = settings.url().toString();
        String path = settings.url().getRawPath();
        var address = new StringBuilder(path == null || path.isEmpty() ? base + "/subscribe" : base)
                .append("?wantedCollections=app.bsky.feed.post&maxMessageSizeBytes=").append(RawEvent.MOST_BYTES);
        settings.wantedDids()
                .forEach(did -> address.append("&wantedDids=").append(URLEncoder.encode(did, StandardCharsets.UTF_8)));
        String position = settings.position();
        if (position != null) {
            address.append("&cursor=").append(Math.max(0, Long.parseLong(position) - REWIND_MICROS));
        }
        return URI.create(address.toString());
    }

    private OpenStream opened(HttpClientResponse response, String key, StreamSink sink) {
        if (response.statusCode() != SWITCHING_PROTOCOLS) {
            throw http.failure(response);
        }
        if (!accepted(key).equals(response.getHeader("Sec-WebSocket-Accept"))) {
            OutgoingHttp.discard(response);
            throw ListeningFailure.passing("The server does not speak the WebSocket protocol.");
        }
        return new Jetstream(response.netSocket(), sink);
    }

    private static String accepted(String key) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private static final class Jetstream implements OpenStream, WebSocketFrames.Reader {
        private final NetSocket socket;
        private final StreamSink sink;
        private final WebSocketFrames frames = new WebSocketFrames(RawEvent.MOST_BYTES, this);
        private boolean over;

        Jetstream(NetSocket socket, StreamSink sink) {
            this.socket = socket;
            this.sink = sink;
            socket.handler(this::read).exceptionHandler(failure -> end(ListeningFailure.of(failure)))
                    .closeHandler(_ -> end(null)).resume();
        }

        private void read(Buffer chunk) {
            try {
                if (!over) {
                    frames.read(chunk.getBytes());
                }
            } catch (ListeningFailure e) {
                end(e);
            }
        }

        private void end(@Nullable ListeningFailure why) {
            if (!over) {
                close();
                sink.ended(why == null ? ListeningFailure.passing("The server closed the connection.") : why);
            }
        }

        @Override
        public void text(String message) {
            if (!over) {
                sink.alive();
                sink.event(RawEvent.of("", message));
            }
        }

        @Override
        public void tooLarge() {
            if (!over) {
                sink.alive();
                sink.event(RawEvent.tooLarge());
            }
        }

        @Override
        public void ping(byte[] content) {
            sink.alive();
            socket.write(Buffer.buffer(WebSocketFrames.frame(WebSocketFrames.PONG, content)));
        }

        @Override
        public void pong() {
            sink.alive();
        }

        @Override
        public void closing() {
            end(null);
        }

        @Override
        public void pause() {
            socket.pause();
        }

        @Override
        public void resume() {
            socket.resume();
        }

        @Override
        public void probe() {
            socket.write(Buffer.buffer(WebSocketFrames.frame(WebSocketFrames.PING, new byte[0])));
        }

        /** The server closes in its turn; there is nothing to wait for. */
        @Override
        public void close() {
            if (!over) {
                over = true;
                socket.write(Buffer.buffer(WebSocketFrames.frame(WebSocketFrames.CLOSE, new byte[]{0x03, (byte) 0xe8})))
                        .onComplete(_ -> socket.close());
            }
        }
    }
}
