package io.groundswell.kit.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.outbox.FeedPosition;
import io.groundswell.kit.outbox.FeedSource;
import io.smallrye.mutiny.Uni;

/**
 * Measures how far a reader is behind its feed: zero when it has applied what there was, else the age of the oldest event
 * that it has not applied; while the feed cannot be read, the time since it last could.
 */
final class FeedLag implements FeedSource {
    private final FeedSource feed;
    private final Clock clock;
    private @Nullable FeedPosition askedAfter;
    private @Nullable Instant behindSince;
    private boolean unapplied;

    FeedLag(FeedSource feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Uni<List<FeedEvent>> read(FeedPosition after) {
        return Uni.createFrom().deferred(() -> {
            asked(after);
            return feed.read(after);
        }).invoke(this::received).onFailure().invoke(this::failed);
    }

    /** Asking for what comes after another position means that everything up to there has been applied. */
    private synchronized void asked(FeedPosition after) {
        if (unapplied && !after.equals(askedAfter)) {
            behindSince = null;
            unapplied = false;
        }
        askedAfter = after;
    }

    private synchronized void received(List<FeedEvent> events) {
        unapplied = !events.isEmpty();
        behindSince = events.isEmpty() ? null : events.getFirst().time();
    }

    private synchronized void failed() {
        if (behindSince == null) {
            behindSince = clock.instant();
        }
    }

    /** Returns the lag in seconds. */
    synchronized double seconds() {
        return behindSince == null ? 0 : Duration.between(behindSince, clock.instant()).toMillis() / 1000.0;
    }
}
