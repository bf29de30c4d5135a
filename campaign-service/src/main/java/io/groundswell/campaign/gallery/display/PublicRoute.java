package io.groundswell.campaign.gallery.display;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Stands before the operations under {@code /v1/public}. Gives known answers on the event loop, with one look into memory;
 * whatever is not known, not plain or not right goes on to the operation, which gives the same answers and says what is wrong.
 * Every page of the web may read what is here, so every answer says so, errors included.
 */
@Singleton
class PublicRoute {
    /** When a request arrived, by {@link System#nanoTime()}. */
    static final String ARRIVED = PublicRoute.class.getName() + ".arrived";

    private static final int BEFORE_OPERATIONS = 1;
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence READING = HttpHeaders.createOptimized("GET, HEAD, OPTIONS");
    private static final CharSequence REQUEST_HEADERS = HttpHeaders.createOptimized("If-None-Match, Accept");
    private static final CharSequence SEEN = HttpHeaders.createOptimized("ETag, Retry-After, X-Request-Id");
    private static final CharSequence A_DAY = HttpHeaders.createOptimized("86400");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    private final Answers answers;

    PublicRoute(Answers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route("/v1/public/*").order(BEFORE_OPERATIONS).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        long arrivedAt = System.nanoTime();
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        if (HttpMethod.OPTIONS.equals(request.method())) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, READING)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY).setStatusCode(204).end();
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SEEN);
        PublicRead read = HttpMethod.GET.equals(request.method()) ? PublicRead.ofUri(request.uri()) : null;
        Answer.Content content = read != null && accepts(request, read.format()) ? answers.held(read, arrivedAt) : null;
        if (content == null) {
            context.put(ARRIVED, arrivedAt);
            context.next();
            return;
        }
        Answer.Encoded encoded = PublicHeaders.encoded(content, request);
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && !known.contentEquals(encoded.tagHeader())) {
            context.put(ARRIVED, arrivedAt);
            context.next();
            return;
        }
        response.putHeader(HttpHeaders.ETAG, encoded.tagHeader())
                .putHeader(HttpHeaders.CACHE_CONTROL, PublicHeaders.REVALIDATE)
                .putHeader(HttpHeaders.VARY, PublicHeaders.BY_ENCODING);
        if (known != null) {
            response.setStatusCode(304).end();
            return;
        }
        if (encoded == content.zipped()) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, content.contentType())
                .putHeader(PublicHeaders.CONTENT_TYPE_OPTIONS, PublicHeaders.NO_SNIFF)
                .putHeader(HttpHeaders.CONTENT_LENGTH, encoded.lengthHeader())
                .end(encoded.buffer());
    }

    /** The usual ways of saying that any type, or just this one, is welcome; other ways are for the operation to judge. */
    private static boolean accepts(HttpServerRequest request, Format format) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.equals("*/*") || accept.equals(format.mediaType());
    }

    /** Returns when the request arrived, as far as this route saw it. */
    static long arrivedAt(RoutingContext context) {
        @Nullable
        Long arrived = context.get(ARRIVED);
        return arrived == null ? System.nanoTime() : arrived;
    }
}
