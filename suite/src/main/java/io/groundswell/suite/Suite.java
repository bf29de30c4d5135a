package io.groundswell.suite;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.groundswell.suite.SuiteOptions.StartCaches;
import io.groundswell.suite.database.DatabaseServer;
import io.groundswell.suite.database.OrphanedServer;
import io.groundswell.suite.database.ServiceDatabase;
import io.groundswell.suite.issuer.Clients;
import io.groundswell.suite.process.ServiceRunner;
import io.groundswell.suite.state.Leftovers;
import io.groundswell.suite.state.ProcessRecord;
import io.groundswell.suite.state.RunningSuite;
import io.groundswell.suite.state.RunningSuite.Phase;
import io.groundswell.suite.state.Secrets;
import io.groundswell.suite.state.StateDirectory;
import io.groundswell.suite.state.SuiteLock;

/**
 * A suite of real processes on this machine.
 *
 * <p>
 * Started once, closed once. Starting is database and issuer first, then all services at the same time; closing is the gateway first, then the services behind it, the
 * issuer, the database last. {@link #close()} may be called at any moment from any thread, also while {@link #start()} is under way.
 */
public final class Suite implements AutoCloseable {

    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    /** A JVM that records a start-up cache assembles it after the program has ended. */
    private static final Duration RECORD_PATIENCE = Duration.ofMinutes(5);

    private final SuiteOptions options;
    private final Progress progress;
    private final StateDirectory state;
    private final Assembly assembly;
    private final Foundation foundation;
    private final Supervisor supervisor;
    private final Map<String, ServiceRunner> runners = new LinkedHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    /** Held for each step of starting, so that closing finds every process there is. */
    private final ReentrantLock step = new ReentrantLock();

    /** Until then a death ends the start, and is reported by whoever waits for it. */
    private volatile boolean ready;
    private volatile @Nullable SuiteLock lock;

    /**
     * Describes a suite; starts nothing yet.
     *
     * @param options how to start it
     * @param progress hears how it goes
     */
    public Suite(SuiteOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.state = options.state() == null ? StateDirectory.ephemeral() : StateDirectory.at(options.state());
        Secrets secrets = Secrets.in(state.secrets());
        this.assembly = new Assembly(options, state, secrets);
        this.foundation = new Foundation(options, state, secrets, assembly, progress);
        this.supervisor = new Supervisor(options.supervised(), progress, () -> !ready || closing.get());
    }

    /**
     * {@return a suite whose every part is ready}
     *
     * @param options how to start it
     * @param progress hears how it goes
     * @throws SuiteException when that cannot be; nothing is left running then
     */
    public static Suite start(SuiteOptions options, Progress progress) {
        Suite suite = new Suite(options, progress);
        suite.start();
        return suite;
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @throws SuiteException when that cannot be; nothing is left running then
     */
    public void start() {
        try {
            prepare();
            step(() -> Services.ALL
                    .forEach(service -> runners.put(service.name(), assembly.runner(service, this::serviceEnded))));
            step(() -> inParallel(List.of(this::startDatabase, foundation::startIssuer)));
            Services.ALL.forEach(service -> step(runner(service.name())::start));
            awaitAllReady();
            step(() -> {
                announce(Phase.READY);
                ready = true;
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Claims the folder and makes sure that nothing stands in the way of a start: everything is built, nothing is left of a killed run, every port is free. May be called
     * before {@link #start()}, which otherwise does it.
     *
     * @throws SuiteException when something does; nothing has been started then
     */
    public void prepare() {
        if (lock == null) {
            Builds.requireBuilt(options.checkout());
            step(this::claim);
            step(this::stopLeftovers);
            step(options.ports()::requireFree);
        }
    }

    /** {@return the gateway's base URL} */
    public URI url() {
        return assembly.publicOrigin();
    }

    /**
     * {@return its own base URL, past the gateway}
     *
     * @param service a service's name
     */
    public URI url(String service) {
        return assembly.url(service);
    }

    /** {@return the issuer's URL} */
    public URI issuerUrl() {
        return assembly.issuer();
    }

    /** {@return the folder of data, secrets and logs} */
    public StateDirectory state() {
        return state;
    }

    /** {@return where everything listens} */
    public Ports ports() {
        return options.ports();
    }

    /**
     * {@return a token as that client would get it}
     *
     * @param client one of {@link Clients}
     */
    public String token(String client) {
        return foundation.issuer().token(client);
    }

    /**
     * {@return a token as that client would get it for another workspace}
     *
     * @param client one of {@link Clients} that stands for a person
     * @param workspace any workspace
     */
    public String token(String client, String workspace) {
        return foundation.issuer().token(client, workspace);
    }

    /**
     * {@return a token of this suite's issuer}
     *
     * @param claims claims of its own; {@code iss} and {@code aud} are added
     * @param lifetime how long it is good for; negative for one that has expired
     */
    public String token(Map<String, Object> claims, Duration lifetime) {
        return foundation.issuer().token(claims, lifetime);
    }

    /**
     * {@return its process, empty when it does not run}
     *
     * @param service a service's name
     */
    public Optional<ProcessHandle> process(String service) {
        return runner(service).process();
    }

    /**
     * Starts a service that was stopped or killed, and waits until it is ready.
     *
     * @param service a service's name
     */
    public void start(String service) {
        step(runner(service)::start);
        runner(service).awaitReady(READY_PATIENCE);
    }

    /**
     * Stops a service in good order; it stays down.
     *
     * @param service a service's name
     */
    public void stop(String service) {
        runner(service).stop(STOP_PATIENCE);
    }

    /**
     * Kills a service as {@code kill -9} would; it stays down until it is started.
     *
     * @param service a service's name
     */
    public void kill(String service) {
        runner(service).kill();
    }

    /** Stops PostgreSQL in good order and starts it again. */
    public void restartDatabase() {
        step(() -> {
            foundation.takeDatabase().close();
            startDatabase();
        });
    }

    /** Kills PostgreSQL as a power cut would and starts it again. */
    public void crashDatabase() {
        step(() -> {
            foundation.takeDatabase().kill();
            startDatabase();
        });
    }

    /**
     * {@return a connection under the service's application role; the caller closes it}
     *
     * @param name a service's database
     * @throws SQLException when the server refuses
     */
    public Connection connect(String name) throws SQLException {
        ServiceDatabase known = foundation.databaseOf(name);
        return foundation.database().connect(name, known.applicationRole(), known.applicationPassword());
    }

    /**
     * {@return a connection as superuser, past row-level security; the caller closes it}
     *
     * @param name a database
     * @throws SQLException when the server refuses
     */
    public Connection connectAsSuperuser(String name) throws SQLException {
        return foundation.database().connect(name);
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        step.lock();
        try {
            if (lock != null) {
                announce(Phase.STOPPING);
            }
            stopServices();
            foundation.close();
            SuiteLock held = lock;
            if (held != null) {
                RunningSuite.forget(state);
                held.close();
            }
            if (options.state() == null) {
                state.delete();
            }
        } finally {
            step.unlock();
        }
    }

    private void stopServices() {
        if (options.startCaches() == StartCaches.RECORD) {
            inParallel(runners.values().stream().<Runnable>map(runner -> () -> runner.stop(RECORD_PATIENCE)).toList());
            return;
        }
        for (ServiceRunner runner : List.copyOf(runners.values()).reversed()) {
            if (runner.process().isPresent()) {
                progress.working("stopping " + runner.name());
                runner.stop(STOP_PATIENCE);
            }
        }
    }

    private void claim() {
        StateDirectory.ephemerals().stream().filter(other -> !SuiteLock.isHeld(other) && !other.equals(state))
                .forEach(Suite::cleanUp);
        lock = SuiteLock.claim(state).orElseThrow(() -> new SuiteException("A suite runs in " + state.root() + " already."));
        announce(Phase.STARTING);
    }

    private static void cleanUp(StateDirectory abandoned) {
        new Leftovers(abandoned).stop();
        OrphanedServer.of(abandoned.cluster()).stop(STOP_PATIENCE);
        abandoned.delete();
    }

    private void stopLeftovers() {
        List<String> stopped = new Leftovers(state).stop();
        OrphanedServer server = OrphanedServer.of(state.cluster());
        boolean orphaned = server.process().isPresent();
        server.stop(STOP_PATIENCE);
        if (orphaned || !stopped.isEmpty()) {
            String names = String.join(", ", stopped) + (orphaned ? (stopped.isEmpty() ? "" : ", ") + "PostgreSQL" : "");
            progress.warn("The suite was killed last time; stopped what it left behind: " + names + ".");
        }
    }

    private void startDatabase() {
        foundation.startDatabase(this::databaseEnded);
    }

    private void awaitAllReady() {
        Instant begin = Instant.now();
        progress.working("starting " + runners.size() + " services");
        inParallel(runners.values().stream().<Runnable>map(runner -> () -> {
            runner.awaitReady(READY_PATIENCE);
            progress.done(runner.name(), url(runner.name()).toString(), since(begin));
        }).toList());
    }

    private void announce(Phase phase) {
        ProcessRecord self = ProcessRecord.of("suite", ProcessHandle.current());
        new RunningSuite(self.pid(), self.started(), url(), issuerUrl(), options.ports().of(Ports.DATABASE), phase)
                .write(state);
    }

    private void serviceEnded(ServiceRunner runner) {
        supervisor.died(runner.name(), state.log(runner.name()).toString(), () -> start(runner.name()));
    }

    private void databaseEnded(DatabaseServer which) {
        if (foundation.uses(which)) {
            supervisor.died(Ports.DATABASE, state.log("postgresql").toString(), () -> step(() -> {
                foundation.takeDatabase().close();
                startDatabase();
            }));
        }
    }

    private ServiceRunner runner(String service) {
        ServiceRunner runner = runners.get(service);
        if (runner == null) {
            throw new IllegalArgumentException("no service " + service + "; there are " + runners.keySet());
        }
        return runner;
    }

    private void step(Runnable action) {
        step.lock();
        try {
            if (closing.get()) {
                throw new SuiteException("The suite is being stopped.");
            }
            action.run();
        } finally {
            step.unlock();
        }
    }

    private static void inParallel(List<Runnable> actions) {
        Executor threads = task -> Thread.ofPlatform().daemon().start(task);
        try {
            CompletableFuture.allOf(actions.stream().map(action -> CompletableFuture.runAsync(action, threads))
                    .toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }
}
