package io.groundswell.advocacy.link;

import io.vertx.core.http.HttpServerRequest;

/** Whoever wants to know that someone followed a link. */
public interface LinkVisits {
    /** Takes note on the event loop, before the answer is sent: must not wait, and must not throw. */
    void visited(Link link, HttpServerRequest request);
}
