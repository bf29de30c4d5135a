package io.groundswell.campaign.gallery.display;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Headers that public answers share. */
final class PublicHeaders {
    /**
     * Whoever keeps a copy asks before each use whether it still holds: nothing may show what was taken back, so no answer is
     * good for a time.
     */
    static final CharSequence REVALIDATE = HttpHeaders.createOptimized("public, no-cache");
    static final CharSequence BY_ENCODING = HttpHeaders.createOptimized("Accept-Encoding");
    static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

    private PublicHeaders() {}

    /** Returns the content as the client can read it. */
    static Answer.Encoded encoded(Answer.Content content, HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0")
                ? content.zipped()
                : content.plain();
    }
}
