package io.groundswell.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Follows a feed: fetches outside of any transaction, then applies a batch and moves the stored position in one. Several
 * replicas may follow with the same name: the position's row lock lets one apply, and the others find their batch stale and
 * fetch again.
 */
public final class FeedReader {
    private static final Logger LOG = Logger.getLogger(FeedReader.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);
    /** Keeps a source that does not wait for events, against its contract, from being asked without a break. */
    private static final Duration PAUSE_WHEN_EMPTY = Duration.ofMillis(50);

    private static final String POSITION = "select position from feed_position where consumer = $1";
    private static final String CREATE = "insert into feed_position (consumer, position) values ($1, $2) on conflict do nothing";
    private static final String LOCK = POSITION + " for update";
    private static final String MOVE = "update feed_position set position = $2, moved_at = now() where consumer = $1";

    private final FeedSource source;
    private final WorkspaceDatabase database;
    private final FeedConsumer consumer;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile CompletableFuture<Void> wait = CompletableFuture.completedFuture(null);
    private volatile CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

    public FeedReader(FeedSource source, WorkspaceDatabase database, FeedConsumer consumer) {
        this.source = source;
        this.database = database;
        this.consumer = consumer;
    }

    /** Follows the feed in the background until {@link #stop()}; after a failure, with growing pauses of up to 10 s. */
    public void start() {
        if (running.compareAndSet(false, true)) {
            stopping = false;
            stopped = new CompletableFuture<>();
            follow(FIRST_BACK_OFF);
        }
    }

    /** Ends at once when waiting, else after the batch in hand; the returned future completes then. */
    public CompletableFuture<Void> stop() {
        running.set(false);
        stopping = true;
        wait.complete(null);
        return stopped;
    }

    private void follow(Duration backOff) {
        if (!running.get()) {
            stopped.complete(null);
            return;
        }
        step().subscribe().with(_ -> follow(FIRST_BACK_OFF), failure -> {
            LOG.warnf("Feed '%s' is interrupted, next try in %d ms: %s", consumer.name(), backOff.toMillis(), failure);
            pause(backOff).subscribe().with(_ -> follow(longer(backOff)));
        });
    }

    private static Duration longer(Duration backOff) {
        Duration twice = backOff.multipliedBy(2);
        return twice.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : twice;
    }

    /** Fetches and applies one batch; returns how many events had their effect. */
    Uni<Integer> step() {
        return position().chain(after -> untilStopped(source.read(after), List.of())
                .map(events -> fresh(after, events))
                .chain(events -> events.isEmpty()
                        ? pause(PAUSE_WHEN_EMPTY).replaceWith(0)
                        : database.write(Workspace.EVERY, transaction -> applyAfter(transaction, after, events))));
    }

    private Uni<Void> pause(Duration duration) {
        return untilStopped(Uni.createFrom().voidItem().onItem().delayIt().by(duration), null);
    }

    /**
     * Cuts waiting short; never used around an effect. Whoever stops while a wait begins is seen by one of the two: the wait is
     * known before it looks.
     */
    private <T> Uni<T> untilStopped(Uni<T> waiting, @Nullable T otherwise) {
        return Uni.createFrom().deferred(() -> {
            var cut = new CompletableFuture<Void>();
            wait = cut;
            if (stopping) {
                cut.complete(null);
            }
            return Uni.combine().any().of(waiting, Uni.createFrom().completionStage(cut).map(_ -> otherwise));
        });
    }

    /**
     * Leaves out what was seen before: a source may deliver a batch twice, events may have their effect once only.
     *
     * @throws IllegalStateException when new events do not come in feed order, as skipping one would lose it
     */
    private static List<FeedEvent> fresh(FeedPosition after, List<FeedEvent> events) {
        List<FeedEvent> fresh = new ArrayList<>(events.size());
        FeedPosition last = after;
        for (FeedEvent event : events) {
            FeedPosition position = FeedPosition.parse(event.position());
            if (position.compareTo(last) > 0) {
                fresh.add(event);
                last = position;
            } else if (position.compareTo(after) > 0 && position.compareTo(last) < 0) {
                throw new IllegalStateException("The feed is not in order: %s comes after %s".formatted(position, last));
            }
        }
        return fresh;
    }

    private Uni<FeedPosition> position() {
        return database.read(Workspace.EVERY, POSITION, Tuple.of(consumer.name()))
                .map(rows -> rows.size() == 0
                        ? FeedPosition.START
                        : FeedPosition.parse(rows.iterator().next().getString("position")));
    }

    private Uni<Integer> applyAfter(SqlConnection transaction, FeedPosition after, List<FeedEvent> events) {
        return transaction.preparedQuery(CREATE).execute(Tuple.of(consumer.name(), FeedPosition.START.toString()))
                .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of(consumer.name())))
                .chain(rows -> rows.iterator().next().getString("position").equals(after.toString())
                        ? applyAll(transaction, events)
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> applyAll(SqlConnection transaction, List<FeedEvent> events) {
        Uni<Void> effects = Uni.createFrom().voidItem();
        for (List<FeedEvent> run : runsOfOneWorkspace(events)) {
            var workspace = new Workspace(run.getFirst().workspace());
            effects = effects
                    .chain(() -> WorkspaceDatabase.enter(transaction, workspace))
                    .chain(() -> consumer.apply(transaction, workspace, run));
        }
        return effects
                .chain(() -> transaction.preparedQuery(MOVE)
                        .execute(Tuple.of(consumer.name(), events.getLast().position())))
                .replaceWith(events.size());
    }

    private static List<List<FeedEvent>> runsOfOneWorkspace(List<FeedEvent> events) {
        List<List<FeedEvent>> runs = new ArrayList<>();
        for (FeedEvent event : events) {
            if (runs.isEmpty() || !runs.getLast().getFirst().workspace().equals(event.workspace())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(event);
        }
        return runs;
    }
}
