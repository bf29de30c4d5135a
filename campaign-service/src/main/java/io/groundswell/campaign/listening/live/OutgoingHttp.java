package io.groundswell.campaign.listening.live;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.outgoing.OutgoingHosts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Requests to servers that somebody named. Each one, and each redirect, goes to an address that was found to be public; redirects
 * stay encrypted, and carry the token only to the host it was meant for and to hosts below it.
 */
@ApplicationScoped
class OutgoingHttp {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 3;
    private static final int CONNECT_MILLIS = 10_000;
    private static final long ANSWER_MILLIS = 30_000;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private final Vertx vertx;
    private final HttpClient client;
    /** A client that does not keep connections says so in the very header by which it would ask for an upgrade. */
    private final HttpClient upgrading;
    private final OutgoingHosts hosts;
    private final Clock clock;

    OutgoingHttp(Vertx vertx, ConnectorConfig config, Clock clock) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options().setKeepAlive(false));
        this.upgrading = vertx.createHttpClient(options());
        this.hosts = new OutgoingHosts(vertx, config.allowedHosts().orElse(List.of()));
        this.clock = clock;
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(MOST_CONNECTIONS)
                .setDecompressionSupported(false);
    }

    OutgoingHosts hosts() {
        return hosts;
    }

    /** Sends a GET; completes with the head of the answer, whose body is paused, and follows redirects. */
    Future<HttpClientResponse> get(URI address, Map<String, String> headers, @Nullable String token) {
        return get(address, headers, token, address, MOST_REDIRECTS);
    }

    private Future<HttpClientResponse> get(URI address, Map<String, String> headers, @Nullable String token, URI origin,
            int redirects) {
        String mayCarry = isWithin(origin, address) ? token : null;
        return request(client, address, headers, mayCarry).compose(request -> answer(request, request.send()))
                .compose(response -> {
                    String location = response.getHeader(HttpHeaders.LOCATION);
                    if (!REDIRECTS.contains(response.statusCode()) || location == null) {
                        return Future.succeededFuture(response);
                    }
                    discard(response);
                    return redirects == 0
                            ? Future.failedFuture(ListeningFailure.passing("The server redirects without end."))
                            : get(redirect(address, location), headers, token, origin, redirects - 1);
                });
    }

    /** Begins a request whose connection is to be used for something else after the answer. */
    Future<HttpClientResponse> upgrade(URI address, Map<String, String> headers) {
        return request(upgrading, address, headers, null).compose(request -> answer(request, request.connect()));
    }

    private Future<HttpClientRequest> request(HttpClient by, URI address, Map<String, String> headers, @Nullable String token) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https") || scheme.equals("wss");
        int port = portOf(address, secure);
        if (!secure && !hosts.isAllowed(address.getHost(), port)) {
            return Future.failedFuture(ListeningFailure.lasting("The server must be spoken to over an encrypted connection."));
        }
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return hosts.resolve(address.getHost(), port).compose(server -> {
            var options = new RequestOptions().setMethod(HttpMethod.GET).setServer(server).setHost(address.getHost())
                    .setPort(port).setSsl(secure)
                    .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery())
                    .addHeader(HttpHeaders.USER_AGENT, "Groundswell");
            headers.forEach(options::addHeader);
            if (token != null) {
                options.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            }
            return by.request(options).map(request -> request.exceptionHandler(_ -> {
                // Whoever waits for the answer, or reads it, hears of it.
            }));
        });
    }

    private static int portOf(URI address, boolean secure) {
        int standard = secure ? 443 : 80;
        return address.getPort() < 0 ? standard : address.getPort();
    }

    /** A server that sends its head a byte at a time is given up. */
    private Future<HttpClientResponse> answer(HttpClientRequest request, Future<HttpClientResponse> response) {
        long timer = vertx.setTimer(ANSWER_MILLIS, _ -> request.reset(0, new TimeoutException()));
        return response.map(head -> {
            head.pause();
            return head;
        }).onComplete(_ -> vertx.cancelTimer(timer));
    }

    private static boolean isWithin(URI origin, URI address) {
        String host = origin.getHost().toLowerCase(Locale.ROOT);
        String other = address.getHost().toLowerCase(Locale.ROOT);
        return other.equals(host) || other.endsWith("." + host);
    }

    private static URI redirect(URI from, String location) {
        try {
            URI to = from.resolve(location);
            if (to.getHost() != null && to.getScheme() != null && to.getUserInfo() == null
                    && (to.getScheme().equals("https") || to.getScheme().equals(from.getScheme()))) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like a redirect to what is no server.
        }
        throw ListeningFailure.passing("The server redirects to where nobody may be sent.");
    }

    /** Ends an answer of which nothing more is wanted; that it broke is then no news. */
    static void discard(HttpClientResponse response) {
        response.exceptionHandler(_ -> {
            // Nobody waits for it any more.
        });
        response.request().connection().close();
    }

    /** Reads a whole body that is not larger than it may be and comes in time. */
    Future<byte[]> body(HttpClientResponse response, int mostBytes) {
        var bytes = new ByteArrayOutputStream();
        Promise<byte[]> done = Promise.promise();
        long timer = vertx.setTimer(ANSWER_MILLIS, _ -> {
            if (done.tryFail(new TimeoutException())) {
                discard(response);
            }
        });
        response.handler(chunk -> {
            if (bytes.size() + chunk.length() > mostBytes) {
                done.tryFail(ListeningFailure.passing("The server sent a page that is too large."));
                discard(response);
            } else {
                bytes.writeBytes(chunk.getBytes());
            }
        }).exceptionHandler(done::tryFail).endHandler(_ -> done.tryComplete(bytes.toByteArray())).resume();
        return done.future().onComplete(_ -> vertx.cancelTimer(timer));
    }

    /** Returns why an answer is not the one that was hoped for. */
    ListeningFailure failure(HttpClientResponse response) {
        discard(response);
        return ListeningFailure.ofStatus(response.statusCode(), retryAfter(response));
    }

    /** Seconds or a date, RFC 9110 §10.2.3; Mastodon also tells when its limit begins anew. */
    private @Nullable Duration retryAfter(HttpClientResponse response) {
        String told = response.getHeader(HttpHeaders.RETRY_AFTER);
        try {
            if (told != null) {
                return told.matches("\\d{1,9}")
                        ? sensible(Duration.ofSeconds(Long.parseLong(told)))
                        : until(ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            }
            String reset = response.getHeader("X-RateLimit-Reset");
            return reset == null || response.statusCode() != 429 ? null : until(OffsetDateTime.parse(reset).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Duration until(Instant time) {
        return sensible(Duration.between(clock.instant(), time));
    }

    private static Duration sensible(Duration told) {
        if (told.isNegative()) {
            return Duration.ZERO;
        }
        return told.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : told;
    }
}
