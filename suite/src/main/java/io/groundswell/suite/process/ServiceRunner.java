package io.groundswell.suite.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.groundswell.suite.SuiteException;
import io.groundswell.suite.state.ProcessRecord;

/** One service as a process: at most one at a time, recorded on disk while it lives. */
public final class ServiceRunner {

    private static final Duration POLL = Duration.ofMillis(40);
    private static final int LAST_LINES = 15;

    private final Launch launch;
    private final StartCache cache;
    private final URI ready;
    private final Path records;
    private final boolean recording;
    private final Consumer<ServiceRunner> onUnexpectedEnd;
    private @Nullable Process process;

    /**
     * Describes a service; starts nothing yet.
     *
     * @param launch how to start it
     * @param cache its start-up cache
     * @param recording whether to record a new cache instead of using it
     * @param ready the URL that answers 200 once it is ready
     * @param records the folder for the record of its process
     * @param onUnexpectedEnd called when it ends without having been asked to
     */
    public ServiceRunner(Launch launch, StartCache cache, boolean recording, URI ready, Path records,
            Consumer<ServiceRunner> onUnexpectedEnd) {
        this.launch = launch;
        this.cache = cache;
        this.recording = recording;
        this.ready = ready;
        this.records = records;
        this.onUnexpectedEnd = onUnexpectedEnd;
    }

    /** {@return the service's name} */
    public String name() {
        return launch.name();
    }

    /** {@return its process, empty when it does not run} */
    public synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    /**
     * Starts the service; returns before it is ready.
     *
     * @throws SuiteException when it runs already or cannot be launched
     */
    public synchronized void start() {
        if (process().isPresent()) {
            throw new SuiteException(name() + " runs already.");
        }
        Process started = launch.start(recording ? cache.recordOptions() : cache.useOptions());
        process = started;
        ProcessRecord.of(name(), started.toHandle()).write(records);
        var _ = started.onExit().thenAccept(this::ended);
    }

    /**
     * Waits until the service says that it is ready.
     *
     * @param patience how long to wait
     * @throws SuiteException when it ends instead, or takes longer; the message carries the end of its log
     */
    public void awaitReady(Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (!answers()) {
            if (process().isEmpty()) {
                throw new SuiteException(name() + " stopped while it was starting; its log ends with\n\n" + lastLines()
                        + "\n\n(" + launch.log() + ")");
            }
            if (Instant.now().isAfter(deadline)) {
                throw new SuiteException(name() + " is not ready after " + patience.toSeconds() + " s; its log ends with\n\n"
                        + lastLines() + "\n\n(" + launch.log() + ")");
            }
            pause();
        }
    }

    /**
     * Asks the service to stop and waits until it is gone; after the patience it is killed.
     *
     * @param patience how long it may take over requests under way
     */
    public void stop(Duration patience) {
        Process stopping = forget();
        if (stopping != null) {
            stopping.destroy();
            if (!ends(stopping, patience)) {
                stopping.destroyForcibly();
                ends(stopping, patience);
            }
            if (recording) {
                cache.accept();
            }
        }
    }

    /** Kills the service as {@code kill -9} would, and waits until it is gone. */
    public void kill() {
        Process killed = forget();
        if (killed != null) {
            killed.destroyForcibly();
            ends(killed, Duration.ofSeconds(30));
        }
    }

    /** From here on its end is expected. */
    private synchronized @Nullable Process forget() {
        Process known = process;
        process = null;
        ProcessRecord.of(name(), ProcessHandle.current()).remove(records);
        return known;
    }

    private void ended(Process which) {
        synchronized (this) {
            if (process != which) {
                return;
            }
            forget();
        }
        onUnexpectedEnd.accept(this);
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(launch.log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted while waiting.", e);
        }
    }

    private static boolean ends(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
