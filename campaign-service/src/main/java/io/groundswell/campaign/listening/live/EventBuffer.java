package io.groundswell.campaign.listening.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * Events that came and are not stored. They are stored in batches, one after the other; when there are too many, the stream is
 * paused until they are fewer, so a server that sends faster than the database stores waits. For one event loop.
 */
final class EventBuffer {
    private static final int BATCH_EVENTS = 200;
    private static final int BATCH_CHARS = 1 << 20;
    private static final int MOST_EVENTS = 2 * BATCH_EVENTS;
    private static final int MOST_CHARS = 4 * BATCH_CHARS;

    private final Vertx vertx;
    private final Duration delay;
    private final Function<List<RawEvent>, Future<Void>> store;
    private final Deque<RawEvent> pending = new ArrayDeque<>();
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private @Nullable OpenStream stream;
    private @Nullable Long timer;
    private @Nullable Throwable broken;
    private long chars;
    private boolean storing;
    private boolean paused;

    /**
     * @param delay how long an event waits for others
     * @param store stores a batch; once it fails, nothing more is stored
     */
    EventBuffer(Vertx vertx, Duration delay, Function<List<RawEvent>, Future<Void>> store) {
        this.vertx = vertx;
        this.delay = delay;
        this.store = store;
    }

    /** Names the stream to pause. */
    void feedFrom(OpenStream source) {
        stream = source;
        flow();
    }

    void add(RawEvent event) {
        if (broken == null) {
            pending.add(event);
            chars += event.size();
            flow();
            schedule();
        }
    }

    boolean isPaused() {
        return paused;
    }

    /** Completes when what was added so far is stored; fails when it never will be. */
    Future<Void> drained() {
        Promise<Void> drained = Promise.promise();
        waiting.add(drained);
        next();
        return drained.future();
    }

    private void flow() {
        OpenStream source = stream;
        if (source == null) {
            return;
        }
        boolean full = pending.size() >= MOST_EVENTS || chars >= MOST_CHARS;
        if (full && !paused) {
            paused = true;
            source.pause();
        } else if (!full && paused && pending.size() <= BATCH_EVENTS) {
            paused = false;
            source.resume();
        }
    }

    private void schedule() {
        if (pending.size() >= BATCH_EVENTS || chars >= BATCH_CHARS) {
            next();
        } else if (timer == null && !storing) {
            timer = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> {
                timer = null;
                next();
            });
        }
    }

    private void next() {
        if (storing) {
            return;
        }
        if (broken != null || pending.isEmpty()) {
            settle();
            return;
        }
        storing = true;
        store.apply(take()).onComplete(stored -> {
            storing = false;
            if (stored.failed()) {
                broken = stored.cause();
                pending.clear();
                chars = 0;
            }
            flow();
            if (pending.isEmpty() || !waiting.isEmpty()) {
                next();
            } else {
                schedule();
            }
        });
    }

    private List<RawEvent> take() {
        List<RawEvent> batch = new ArrayList<>();
        int size = 0;
        while (!pending.isEmpty() && batch.size() < BATCH_EVENTS && size < BATCH_CHARS) {
            RawEvent event = pending.remove();
            size += event.size();
            batch.add(event);
        }
        chars -= size;
        return batch;
    }

    private void settle() {
        List<Promise<Void>> settled = List.copyOf(waiting);
        waiting.clear();
        Throwable failure = broken;
        settled.forEach(one -> {
            if (failure == null) {
                one.complete();
            } else {
                one.fail(failure);
            }
        });
    }
}
