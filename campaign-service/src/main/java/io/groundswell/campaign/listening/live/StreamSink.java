package io.groundswell.campaign.listening.live;

import io.vertx.core.Future;

/** Whoever is told what comes over a stream. Called on one event loop. */
interface StreamSink {
    /** An event is there; when it is one too many, the stream is paused before the next is asked for. */
    void event(RawEvent event);

    /** The server is there: a heartbeat, or an answer. Bytes that never become something whole do not count. */
    void alive();

    /** The stream ended; called once. */
    void ended(ListeningFailure why);

    /** Completes when everything that was told so far is stored. */
    Future<Void> drained();
}
