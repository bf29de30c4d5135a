package io.groundswell.suite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

import io.groundswell.suite.Ports;
import io.groundswell.suite.Suite;
import io.groundswell.suite.SuiteException;
import io.groundswell.suite.SuiteOptions;
import io.groundswell.suite.issuer.Clients;
import io.groundswell.suite.state.RunningSuite;
import io.groundswell.suite.state.StateDirectory;
import io.groundswell.suite.state.SuiteLock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./groundswell up}: starts the suite and stays until it is stopped. */
@Command(name = "up", description = "Starts everything and stays until Ctrl-C or ./groundswell down.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class UpCommand implements Callable<Integer> {

    private static final int FIRST_PORT = 8080;

    @Option(names = "--port", paramLabel = "N", description = "the gateway's port; the services, issuer and database take the five after it; default "
            + FIRST_PORT + ", and free ports with --ephemeral")
    private @Nullable Integer port;

    @Option(names = "--ephemeral", description = "use a temporary folder, and remove everything at the end")
    private boolean ephemeral;

    @Option(names = "--cold", description = "do not record start-up caches first when they are missing")
    private boolean cold;

    @Option(names = {"-q", "--quiet"}, description = "print the gateway's address once it is ready, and problems; nothing else")
    private boolean quiet;

    /** Whether there is anything to tell of when it stops. */
    private volatile boolean started;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path checkout = GroundswellCommand.checkout();
        if (!ephemeral && alreadyRunning(out)) {
            return 0;
        }
        ConsoleProgress progress = new ConsoleProgress(out, ConsoleProgress.onTerminal(), quiet);
        SuiteOptions options = options(checkout);
        Suite suite = new Suite(options, progress);
        GroundswellCommand.logTo(suite.state().log("suite"));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            suite.close();
            progress.clear();
            if (started && !quiet) {
                out.println(ephemeral
                        ? "Stopped; everything is removed."
                        : "Stopped. The data is kept in " + suite.state().root() + ".");
                out.flush();
            }
        }));
        stopWithLauncher(progress);
        suite.prepare();
        if (!ephemeral && !cold) {
            new Training(checkout, progress).recordMissing();
        }
        Instant begin = Instant.now();
        started = true;
        suite.start();
        progress.clear();
        if (quiet) {
            out.println(suite.url());
            out.flush();
        } else {
            out.printf(Locale.ROOT, "%nReady in %.1f s.%n", Duration.between(begin, Instant.now()).toMillis() / 1000.0);
            new Summary(suite.url(), suite.issuerUrl(), options.ports().of(Ports.DATABASE),
                    suite.state().root(), suite.token(Clients.MARKETER),
                    suite.token(Clients.EMPLOYEE)).print(out);
            out.println("Ctrl-C stops everything.");
            out.flush();
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private SuiteOptions options(Path checkout) {
        if (!ephemeral) {
            return SuiteOptions.kept(checkout, port == null ? FIRST_PORT : port);
        }
        SuiteOptions options = SuiteOptions.ephemeral(checkout).withSupervised(true);
        return port == null ? options : options.withPorts(Ports.from(port));
    }

    private boolean alreadyRunning(PrintWriter out) {
        StateDirectory state = GroundswellCommand.keptState();
        Optional<RunningSuite> running = RunningSuite.in(state);
        if (running.isEmpty()) {
            if (SuiteLock.isHeld(state)) {
                throw new SuiteException("A suite is just starting or stopping in this folder; try again in a moment.");
            }
            return false;
        }
        RunningSuite suite = running.get();
        switch (suite.phase()) {
            case STARTING -> throw new SuiteException("A suite is starting in this folder already (process " + suite.pid()
                    + "); ./groundswell down stops it.");
            case STOPPING -> throw new SuiteException(
                    "A suite is stopping in this folder (process " + suite.pid() + "); try again in a moment.");
            case READY -> show(suite, state, out);
        }
        return true;
    }

    private void show(RunningSuite suite, StateDirectory state, PrintWriter out) {
        if (quiet) {
            out.println(suite.gateway());
        } else {
            TokenRequest tokens = new TokenRequest(suite.issuer());
            out.println("The suite runs in this folder already (process " + suite.pid() + "); ./groundswell down stops it.");
            new Summary(suite.gateway(), suite.issuer(), suite.databasePort(), state.root(), tokens.send(Clients.MARKETER),
                    tokens.send(Clients.EMPLOYEE)).print(out);
        }
    }

    /** When the script is killed nobody is left to forward Ctrl-C; so its end is taken as one. */
    private static void stopWithLauncher(ConsoleProgress progress) {
        String launcher = System.getenv("GROUNDSWELL_LAUNCHER");
        if (launcher != null) {
            ProcessHandle.of(Long.parseLong(launcher)).ifPresent(process -> {
                var _ = process.onExit().thenRun(() -> {
                    progress.warn("The script that started this is gone; stopping.");
                    System.exit(1);
                });
            });
        }
    }
}
