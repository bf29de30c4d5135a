package io.groundswell.kit.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.outbox.EventTypes;
import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.outbox.FeedPosition;
import io.groundswell.kit.outbox.FeedSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Another service's feed over HTTP. The other side waits for an event, so that an idle feed costs one request in a while. */
final class HttpFeed implements FeedSource {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = WAIT.plusSeconds(10);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int HTTP_OK = 200;
    private static final int HTTP_UNAUTHORIZED = 401;
    private static final TypeReference<List<FeedEvent>> EVENTS = new TypeReference<>() {
    };

    private final WebClient client;
    private final String address;
    private final ServiceToken token;
    private final ObjectMapper json;
    private final EventTypes types;
    private final int limit;
    private @Nullable UniEmitter<? super List<FeedEvent>> waiting;
    private boolean closed;

    /**
     * @param service the other service's base address
     * @param types what to ask for
     * @param limit events to ask for at a time
     */
    HttpFeed(Vertx vertx, URI service, ServiceToken token, ObjectMapper json, EventTypes types, int limit) {
        this.client = WebClient.create(vertx,
                new WebClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(2).setFollowRedirects(false));
        String base = service.toString();
        this.address = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/v1/events";
        this.token = token;
        this.json = json;
        this.types = types;
        this.limit = limit;
    }

    /** Fails when the other service or the issuer does not answer, or refuses. */
    @Override
    public Uni<List<FeedEvent>> read(FeedPosition after) {
        Uni<List<FeedEvent>> answer = token.get().chain(bearer -> request(after, bearer).send()).map(this::events);
        return Uni.createFrom().emitter(reader -> {
            if (isOpenFor(reader)) {
                answer.subscribe().with(reader::complete, reader::fail);
            } else {
                reader.complete(List.of());
            }
        });
    }

    private synchronized boolean isOpenFor(UniEmitter<? super List<FeedEvent>> reader) {
        waiting = reader;
        return !closed;
    }

    private HttpRequest<Buffer> request(FeedPosition after, String bearer) {
        HttpRequest<Buffer> request = client.getAbs(address)
                .addQueryParam("wait", Long.toString(WAIT.toSeconds()))
                .addQueryParam("limit", Integer.toString(limit))
                .timeout(PATIENCE.toMillis())
                .bearerTokenAuthentication(bearer);
        if (!types.names().isEmpty()) {
            request.addQueryParam("types", types.toString());
        }
        return after.equals(FeedPosition.START) ? request : request.addQueryParam("after", after.toString());
    }

    private List<FeedEvent> events(HttpResponse<Buffer> response) {
        if (response.statusCode() == HTTP_UNAUTHORIZED) {
            token.forget();
        }
        if (response.statusCode() != HTTP_OK) {
            throw new FeedUnavailable("%s answered with status %d".formatted(address, response.statusCode()));
        }
        try {
            return json.readValue(response.body().getBytes(), EVENTS);
        } catch (java.io.IOException e) {
            throw new FeedUnavailable("%s answered with what is no feed: %s".formatted(address, e.getMessage()));
        }
    }

    /** Ends a read that waits, as if nothing had happened meanwhile. */
    synchronized void close() {
        closed = true;
        if (waiting != null) {
            waiting.complete(List.of());
        }
        client.close();
    }

    /** The other service answered, but not with its feed. */
    private static final class FeedUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FeedUnavailable(String message) {
            super(message, null, false, false);
        }
    }
}
