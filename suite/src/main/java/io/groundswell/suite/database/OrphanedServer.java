package io.groundswell.suite.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.groundswell.suite.SuiteException;
import io.groundswell.suite.state.ProcessEnd;

/**
 * The server process that a cluster's {@code postmaster.pid} speaks of, whoever started it.
 *
 * <p>
 * The server starts itself as a daemon, so it is nobody's child: after a kill of the suite, and in normal operation too, this file is the only way to it.
 */
public final class OrphanedServer {

    private final Path pidFile;

    private OrphanedServer(Path pidFile) {
        this.pidFile = pidFile;
    }

    /**
     * {@return the server of that cluster, running or not}
     *
     * @param cluster a cluster's folder
     */
    public static OrphanedServer of(Path cluster) {
        return new OrphanedServer(cluster.resolve("postmaster.pid"));
    }

    /** {@return the process, empty when there is no such file, no such process, or another program has its id now} */
    public Optional<ProcessHandle> process() {
        return lines().stream().findFirst().flatMap(OrphanedServer::number).flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive).filter(OrphanedServer::isPostgres);
    }

    /**
     * Stops the server cleanly: running statements are broken off, a checkpoint is written. Removes a lock file that speaks of nobody.
     *
     * @param patience how long to wait before it is killed instead
     */
    public void stop(Duration patience) {
        Optional<ProcessHandle> server = process();
        if (server.isPresent()) {
            signal(server.get(), "INT");
            if (!ProcessEnd.await(server.get(), patience)) {
                signal(server.get(), "KILL");
                requireEnd(server.get(), patience);
            }
        }
        forgetNobody();
    }

    /**
     * Kills the server without a chance to write anything.
     *
     * @param patience how long to wait for the system to take it away
     */
    public void kill(Duration patience) {
        process().ifPresent(server -> {
            List<ProcessHandle> backends = server.children().toList();
            signal(server, "KILL");
            requireEnd(server, patience);
            // a new server refuses to start while a process of the old one still holds its shared memory
            backends.forEach(backend -> requireEnd(backend, patience));
        });
    }

    /**
     * The server checks the file itself, but only asks whether the process exists: after a restart of the machine the id can belong to anyone.
     */
    private void forgetNobody() {
        if (process().isEmpty()) {
            try {
                Files.deleteIfExists(pidFile);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Long> number(String line) {
        return line.strip().matches("\\d{1,18}") ? Optional.of(Long.parseLong(line.strip())) : Optional.empty();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    /** The signal for an orderly, immediate stop is one that Java does not send itself. */
    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireEnd(ProcessHandle process, Duration patience) {
        if (!ProcessEnd.await(process, patience)) {
            throw new SuiteException("Process " + process.pid() + " of PostgreSQL does not end; stop it by hand.");
        }
    }
}
