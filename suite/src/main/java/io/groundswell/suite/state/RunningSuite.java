package io.groundswell.suite.state;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running suite tells another terminal about itself.
 *
 * @param pid the suite's own process
 * @param started when that process started, by the system's account
 * @param gateway where the public API is
 * @param issuer where tokens come from
 * @param databasePort where PostgreSQL listens on 127.0.0.1
 * @param phase how far it is
 */
public record RunningSuite(long pid, Instant started, URI gateway, URI issuer, int databasePort, Phase phase) {

    /** How far a suite is. */
    public enum Phase {
        /** Not everything is ready yet. */
        STARTING,
        /** Everything has been ready. */
        READY,
        /** On its way down. */
        STOPPING
    }

    /**
     * {@return the suite that runs in it, empty when none does}
     *
     * @param state a folder
     */
    public static Optional<RunningSuite> in(StateDirectory state) {
        if (!Files.exists(state.running()) || !SuiteLock.isHeld(state)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(state.running())) {
            values.load(reader);
            return Optional.of(new RunningSuite(Long.parseLong(values.getProperty("pid")),
                    Instant.parse(values.getProperty("started")), URI.create(values.getProperty("gateway")),
                    URI.create(values.getProperty("issuer")), Integer.parseInt(values.getProperty("database-port")),
                    Phase.valueOf(values.getProperty("phase"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the suite's own process if it is still alive} */
    public Optional<ProcessHandle> process() {
        return new ProcessRecord("suite", pid, started).alive();
    }

    /**
     * Tells other terminals.
     *
     * @param state the folder to say it in
     */
    public void write(StateDirectory state) {
        Properties values = new Properties();
        values.setProperty("pid", Long.toString(pid));
        values.setProperty("started", started.toString());
        values.setProperty("gateway", gateway.toString());
        values.setProperty("issuer", issuer.toString());
        values.setProperty("database-port", Integer.toString(databasePort));
        values.setProperty("phase", phase.name());
        Path draft = state.running().resolveSibling("suite.properties.new");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                values.store(writer, "The suite that runs in this folder");
            }
            Files.move(draft, state.running(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells other terminals that nothing runs any more.
     *
     * @param state the folder to leave
     */
    public static void forget(StateDirectory state) {
        try {
            Files.deleteIfExists(state.running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
