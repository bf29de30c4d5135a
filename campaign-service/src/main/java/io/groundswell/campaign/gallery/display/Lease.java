package io.groundswell.campaign.gallery.display;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.workspace.Workspace;

/**
 * What this replica knows of the last change to what a workspace shows, and until when it may rely on it. Times are those of
 * {@link System#nanoTime()}.
 */
final class Lease {
    private static final long SPAN = PublicReads.LEASE.toNanos();

    private final Workspace workspace;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable Known known;

    Lease(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What PostgreSQL said.
     *
     * @param sentAt when it was asked: what it said held at that moment or later
     */
    private record Known(String revision, long sentAt) {}

    Workspace workspace() {
        return workspace;
    }

    /**
     * Tells whether a request that arrived at a time may be answered with what was shown at a revision. Whoever takes something
     * back waits for longer than the span between commit and acknowledgement, so for a request that arrives after an
     * acknowledgement, only what was asked after the commit is recent enough.
     */
    boolean holds(String revision, long arrivedAt) {
        Known now = known;
        return now != null && arrivedAt - now.sentAt < SPAN && now.revision.equals(revision);
    }

    /** Tells whether the answer to a question that was sent at a time is recent enough for a request that arrived at another. */
    static boolean isRecent(long sentAt, long arrivedAt) {
        return arrivedAt - sentAt < SPAN;
    }

    /** Learns what PostgreSQL said; of two answers the one that was asked for later counts. */
    synchronized void learn(String revision, long sentAt) {
        Known now = known;
        if (now == null || sentAt - now.sentAt > 0) {
            known = new Known(revision, sentAt);
        }
        renewing.set(false);
    }

    /** Tells one caller at a time that half of the span is over and somebody should ask again. */
    boolean shouldRenew(long arrivedAt) {
        Known now = known;
        return now != null && arrivedAt - now.sentAt > SPAN / 2 && renewing.compareAndSet(false, true);
    }

    /** Lets somebody else try after an attempt that failed. */
    void notRenewed() {
        renewing.set(false);
    }
}
