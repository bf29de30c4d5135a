package io.groundswell.campaign.listening.live;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Listens to a Mastodon server by server-sent events. A stream there cannot begin in the past, so it is opened first and held back
 * while the timeline tells what was missed; a connector that listens for the first time notes where the timeline stands.
 */
@ApplicationScoped
class MastodonClient implements NetworkClient {
    private static final int OK = 200;
    private static final int PAGE = 40;
    private static final int MOST_PAGE_BYTES = 8 << 20;
    private static final String HASHTAG = "hashtag:";

    private final OutgoingHttp http;
    private final ObjectMapper json;

    MastodonClient(OutgoingHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    @Override
    public Future<OpenStream> open(ConnectorSettings settings, StreamSink sink) {
        URI streaming = address(settings, streamingPath(settings));
        Future<HttpClientResponse> opened = http.get(streaming, Map.of("Accept", "text/event-stream"),
                settings.accessToken());
        return opened.map(response -> {
            if (response.statusCode() != OK) {
                throw http.failure(response);
            }
            String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
            if (type == null || !type.startsWith("text/event-stream")) {
                OutgoingHttp.discard(response);
                throw ListeningFailure.passing("The server answered with something else than a stream of events.");
            }
            var stream = new Stream(response, sink);
            catchUp(settings, stream, sink);
            return stream;
        });
    }

    private static String streamingPath(ConnectorSettings settings) {
        String stream = Objects.requireNonNullElse(settings.stream(), "public");
        return stream.startsWith(HASHTAG) ? "/api/v1/streaming/hashtag?tag=" + tag(stream) : "/api/v1/streaming/" + stream;
    }

    private static String timelinePath(ConnectorSettings settings) {
        String stream = Objects.requireNonNullElse(settings.stream(), "public");
        if (stream.startsWith(HASHTAG)) {
            return "/api/v1/timelines/tag/" + tag(stream);
        }
        return "/api/v1/timelines/" + (stream.equals("user") ? "home" : stream);
    }

    private static String tag(String stream) {
        return URLEncoder.encode(stream.substring(HASHTAG.length()), StandardCharsets.UTF_8);
    }

    private static URI address(ConnectorSettings settings, String path) {
        return URI.create(settings.url() + path);
    }

    private void catchUp(ConnectorSettings settings, Stream stream, StreamSink sink) {
        String position = settings.position();
        Future<Void> caughtUp = position == null
                ? bookmark(settings, sink)
                : fill(settings, MastodonIds.rewound(position), stream, sink);
        caughtUp.onSuccess(_ -> stream.release())
                .onFailure(failure -> stream.end(ListeningFailure.of(failure)));
    }

    /** Nothing of what was there before is wanted, but a place to come back to is, should the stream break before its first event. */
    private Future<Void> bookmark(ConnectorSettings settings, StreamSink sink) {
        return page(settings, "?limit=1").map(statuses -> {
            String id = statuses.isEmpty() ? "0" : statuses.getFirst().path("id").asText("0");
            sink.event(RawEvent.bookmark(id));
            return null;
        });
    }

    /** Pages go from old to new, so that whatever breaks in between, what is stored is a beginning without gaps. */
    private Future<Void> fill(ConnectorSettings settings, String after, Stream stream, StreamSink sink) {
        return page(settings, "?limit=%d&min_id=%s".formatted(PAGE, URLEncoder.encode(after, StandardCharsets.UTF_8)))
                .compose(statuses -> {
                    if (stream.isOver() || statuses.isEmpty()) {
                        return Future.succeededFuture();
                    }
                    String last = after;
                    for (JsonNode status : statuses.reversed()) {
                        sink.event(RawEvent.of(MastodonReader.UPDATE, status.toString()));
                        last = MastodonIds.later(last, status.path("id").asText(""));
                    }
                    String reached = last;
                    return reached.equals(after)
                            ? Future.succeededFuture()
                            : sink.drained().compose(_ -> fill(settings, reached, stream, sink));
                });
    }

    private Future<List<JsonNode>> page(ConnectorSettings settings, String query) {
        return http.get(address(settings, timelinePath(settings) + query), Map.of("Accept", "application/json"),
                settings.accessToken()).compose(
                        response -> response.statusCode() == OK
                                ? http.body(response, MOST_PAGE_BYTES)
                                : Future.failedFuture(http.failure(response)))
                .map(this::statuses);
    }

    private List<JsonNode> statuses(byte[] body) {
        try {
            JsonNode page = json.readTree(body);
            List<JsonNode> statuses = new ArrayList<>();
            page.forEach(statuses::add);
            if (!page.isArray()) {
                throw ListeningFailure.passing("The server answered with something else than a timeline.");
            }
            return statuses;
        } catch (IOException e) {
            throw ListeningFailure.passing("The server answered with something else than a timeline.");
        }
    }

    private static final class Stream implements OpenStream, ServerSentEvents.Reader {
        private final HttpClientResponse response;
        private final StreamSink sink;
        private final ServerSentEvents events = new ServerSentEvents(RawEvent.MOST_BYTES, this);
        private boolean held = true;
        private boolean paused;
        private boolean over;

        Stream(HttpClientResponse response, StreamSink sink) {
            this.response = response;
            this.sink = sink;
            response.handler(this::read).exceptionHandler(failure -> end(ListeningFailure.of(failure)))
                    .endHandler(_ -> end(null));
        }

        private void read(Buffer chunk) {
            if (!over) {
                events.read(chunk.getBytes());
            }
        }

        boolean isOver() {
            return over;
        }

        void release() {
            held = false;
            flow();
        }

        private void flow() {
            if (held || paused) {
                response.pause();
            } else {
                response.resume();
            }
        }

        void end(@Nullable ListeningFailure why) {
            if (!over) {
                close();
                sink.ended(why == null ? ListeningFailure.passing("The server closed the connection.") : why);
            }
        }

        @Override
        public void event(String type, String data) {
            if (!over) {
                sink.alive();
                sink.event(RawEvent.of(type, data));
            }
        }

        @Override
        public void comment() {
            sink.alive();
        }

        @Override
        public void tooLarge() {
            if (!over) {
                sink.alive();
                sink.event(RawEvent.tooLarge());
            }
        }

        @Override
        public void pause() {
            paused = true;
            flow();
        }

        @Override
        public void resume() {
            paused = false;
            flow();
        }

        /** The server sends heartbeats of its own accord. */
        @Override
        public void probe() {
            // There is nothing to ask over this protocol.
        }

        @Override
        public void close() {
            if (!over) {
                over = true;
                OutgoingHttp.discard(response);
            }
        }
    }
}
