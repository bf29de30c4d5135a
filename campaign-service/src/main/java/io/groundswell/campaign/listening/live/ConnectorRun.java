package io.groundswell.campaign.listening.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.listening.live.ConnectorBatches.LeaseLost;
import io.groundswell.campaign.listening.live.ConnectorLeases.Lease;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.SqlState;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * Listens for one connector for as long as its lease holds: connects, stores what comes, and after a failure waits and connects
 * again. All of it runs on one event loop.
 */
final class ConnectorRun {
    private static final Logger LOG = Logger.getLogger(ConnectorRun.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Lease lease;
    private final Listeners tools;
    private final Context context;
    private final BackOff backOff;
    private final Consumer<ConnectorRun> over;
    private final Promise<Void> stopped = Promise.promise();
    private volatile Instant heardAt = Instant.MIN;
    private @Nullable Session session;
    private boolean stopping;

    /**
     * @param over is told when listening ended of itself: nothing needs to be stopped then
     */
    ConnectorRun(Lease lease, Listeners tools, Consumer<ConnectorRun> over) {
        this.lease = lease;
        this.tools = tools;
        this.context = tools.vertx().getOrCreateContext();
        this.backOff = tools.backOff();
        this.over = over;
    }

    Lease lease() {
        return lease;
    }

    /** When the server last gave a sign of life; {@link Instant#MIN} while it has not. */
    Instant heardAt() {
        return heardAt;
    }

    void start() {
        context.runOnContext(_ -> connect());
    }

    /** Ends the connection; completes when the batch in hand is stored. */
    Future<Void> stop() {
        context.runOnContext(_ -> {
            if (!stopping) {
                stopping = true;
                Session current = session;
                if (current == null) {
                    stopped.tryComplete();
                } else {
                    current.close();
                    current.buffer.drained().onComplete(_ -> stopped.tryComplete());
                }
            }
        });
        return stopped.future();
    }

    private void connect() {
        if (stopping) {
            stopped.tryComplete();
            return;
        }
        begun()
                .compose(held -> held ? onContext(tools.store().settings(lease)) : Future.failedFuture(new LeaseLost()))
                .onSuccess(settings -> {
                    if (!stopping) {
                        session = new Session(settings);
                        session.open();
                    }
                })
                .onFailure(this::interrupted);
    }

    /** While it fails again and again it is backing off since the first time. */
    private Future<Boolean> begun() {
        return backOff.hasFailures() ? Future.succeededFuture(true) : note(ConnectorState.STARTING, null, null);
    }

    /** Ends this run, or tries again later. */
    private void interrupted(Throwable failure) {
        session = null;
        if (stopping) {
            stopped.tryComplete();
        } else if (failure instanceof LeaseLost) {
            end();
        } else if (failure instanceof ListeningFailure known && known.isLasting()) {
            LOG.infof("Connector %s of workspace %s failed: %s", lease.id(), lease.workspace().key(), known.words());
            note(ConnectorState.FAILED, known.words(), null).onComplete(_ -> end());
        } else {
            waitAfter(failure);
        }
    }

    private void waitAfter(Throwable failure) {
        boolean known = failure instanceof ListeningFailure;
        if (!known) {
            LOG.warnf("Connector %s of workspace %s is interrupted: %s", lease.id(), lease.workspace().key(), failure);
        }
        ListeningFailure why = known
                ? (ListeningFailure) failure
                : ListeningFailure.passing("The service could not go on here.");
        Duration wait = backOff.next(why.retryAfter());
        note(ConnectorState.BACKING_OFF, why.words(), tools.clock().instant().plus(wait)).onComplete(noted -> {
            if (noted.succeeded() && !noted.result()) {
                end();
            } else {
                tools.vertx().setTimer(Math.max(1, wait.toMillis()), _ -> connect());
            }
        });
    }

    private void end() {
        stopping = true;
        stopped.tryComplete();
        over.accept(this);
    }

    private Future<Boolean> note(ConnectorState state, @Nullable String error, @Nullable Instant nextAttemptAt) {
        return onContext(tools.leases().note(lease, state, error, nextAttemptAt));
    }

    private <T> Future<T> onContext(Uni<T> work) {
        Promise<T> done = Promise.promise();
        work.subscribe().with(result -> context.runOnContext(_ -> done.complete(result)),
                failure -> context.runOnContext(_ -> done.fail(failure)));
        return done.future();
    }

    /** One connection, from the attempt to open it to the storing of its last event. */
    private final class Session implements StreamSink {
        private final ConnectorSettings settings;
        private final EventReader reader;
        private final EventBuffer buffer;
        private @Nullable OpenStream stream;
        private @Nullable Long watch;
        private long heard = System.nanoTime();
        private long openedAt;
        private boolean closed;

        Session(ConnectorSettings settings) {
            this.settings = settings;
            this.reader = tools.reader(settings);
            this.buffer = new EventBuffer(tools.vertx(), tools.config().batchDelay(), this::store);
        }

        void open() {
            tools.client(settings.kind()).open(settings, this).onComplete(opened -> context.runOnContext(_ -> {
                if (opened.failed()) {
                    LOG.debugf(opened.cause(), "Connector %s could not connect", lease.id());
                    ended(ListeningFailure.of(opened.cause()));
                } else if (closed) {
                    opened.result().close();
                } else {
                    listening(opened.result());
                }
            }));
        }

        private void listening(OpenStream opened) {
            stream = opened;
            openedAt = System.nanoTime();
            alive();
            buffer.feedFrom(opened);
            opened.resume();
            long idle = tools.config().idleTimeout().toMillis();
            watch = tools.vertx().setPeriodic(Math.max(1, idle / 4), _ -> watch(opened, idle));
            note(ConnectorState.LISTENING, null, null).onSuccess(held -> {
                if (!held) {
                    fail(new LeaseLost());
                }
            });
        }

        private void watch(OpenStream opened, long idle) {
            long silent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heard);
            if (buffer.isPaused()) {
                heard = System.nanoTime();
            } else if (silent > idle) {
                ended(ListeningFailure.passing("Nothing was heard for %d seconds, not even a heartbeat."
                        .formatted(Math.max(1, idle / 1000))));
            } else if (silent > idle / 2) {
                opened.probe();
            }
        }

        @Override
        public void event(RawEvent event) {
            if (!closed) {
                buffer.add(event);
            }
        }

        @Override
        public void alive() {
            heard = System.nanoTime();
            heardAt = tools.clock().instant();
        }

        @Override
        public Future<Void> drained() {
            return buffer.drained();
        }

        /** What came before the end is stored first: on Mastodon a deletion that was told is told once. */
        @Override
        public void ended(ListeningFailure why) {
            fail(why);
        }

        private void fail(Throwable why) {
            if (!closed) {
                if (stream != null && System.nanoTime() - openedAt > tools.config().stableAfter().toNanos()) {
                    backOff.reset();
                }
                close();
                buffer.drained().onComplete(drained -> interrupted(drained.failed() ? drained.cause() : why));
            }
        }

        void close() {
            closed = true;
            if (watch != null) {
                tools.vertx().cancelTimer(watch);
            }
            if (stream != null) {
                stream.close();
            }
        }

        private Future<Void> store(List<RawEvent> events) {
            return storeOrSplit(events).onFailure(this::fail);
        }

        /** When the database refuses the content of one event, the others are stored all the same. */
        private Future<Void> storeOrSplit(List<RawEvent> events) {
            return read(events).compose(read -> write(read, FIRST_PAUSE)).recover(failure -> {
                if (!isFaultOfContent(failure)) {
                    return Future.failedFuture(failure);
                }
                if (events.size() == 1) {
                    LOG.warnf("The database refused an event of connector %s: %s", lease.id(), failure.getMessage());
                    return read(List.of(RawEvent.tooLarge())).compose(rejected -> write(rejected, FIRST_PAUSE));
                }
                int middle = events.size() / 2;
                return storeOrSplit(events.subList(0, middle))
                        .compose(_ -> storeOrSplit(events.subList(middle, events.size())));
            });
        }

        private Future<ReadEvents> read(List<RawEvent> events) {
            Promise<ReadEvents> read = Promise.promise();
            tools.vertx().executeBlocking(() -> reader.read(events), false)
                    .onComplete(done -> context.runOnContext(_ -> read.handle(done)));
            return read.future();
        }

        /** While the database is away, events are kept and the server waits. */
        private Future<Void> write(ReadEvents read, Duration pause) {
            return onContext(tools.batches().store(settings, lease.owner(), read)).recover(failure -> {
                if (failure instanceof LeaseLost || isFaultOfContent(failure) || stopping) {
                    return Future.failedFuture(failure);
                }
                LOG.warnf("Connector %s cannot store at the moment, next try in %d ms: %s", lease.id(), pause.toMillis(),
                        failure);
                Promise<Void> later = Promise.promise();
                Duration longer = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                tools.vertx().setTimer(pause.toMillis(), _ -> write(read, longer).onComplete(later));
                return later.future();
            });
        }
    }

    /** Data that is out of range, breaks a constraint, or is too much for the database: sending it again changes nothing. */
    private static boolean isFaultOfContent(Throwable failure) {
        String state = SqlState.of(failure);
        return failure instanceof InvalidValue
                || (state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54")));
    }
}
