package io.groundswell.suite.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postgresql.ds.PGSimpleDataSource;

import io.groundswell.suite.SuiteException;
import io.groundswell.suite.state.StateDirectory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * One PostgreSQL server over one cluster. Its start recovers from whatever the run before left: a stale lock file, a server without a suite, half a cluster.
 */
public final class DatabaseServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String SUPERUSER = "postgres";

    /** Recovery after a kill replays the log since the last checkpoint, which a slow disk does not do in the ten seconds that are the default. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    /** What must be so before anyone may rely on a commit; the embedded server's own defaults are the opposite. */
    private static final Map<String, String> PROMISES = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes",
            "on", "listen_addresses", HOST);

    private final Cluster cluster;
    private final int port;
    private final String password;
    private final EmbeddedPostgres server;

    private DatabaseServer(Cluster cluster, int port, String password, EmbeddedPostgres server) {
        this.cluster = cluster;
        this.port = port;
        this.password = password;
        this.server = server;
    }

    /**
     * {@return the server, ready for connections and seen to write synchronously}
     *
     * @param directory the cluster's folder; made and initialised if missing
     * @param binaries the folder to unpack the server's programs into, shared by all clusters of a checkout
     * @param port where to listen on 127.0.0.1
     * @param password the superuser's password, as it was when the cluster was made
     * @param log where the server writes what it has to say
     * @throws SuiteException when it does not start
     */
    public static DatabaseServer start(Path directory, Path binaries, int port, String password, Path log) {
        Cluster cluster = new Cluster(directory);
        cluster.stopServer();
        cluster.deleteIfUnfinished();
        try {
            Path passwordFile = Files.createTempFile("initdb", "");
            try {
                Files.writeString(passwordFile, password, StandardCharsets.UTF_8);
                EmbeddedPostgres server = new Programs(binaries)
                        .during(() -> start(configure(directory, binaries, port, password, passwordFile, log)));
                DatabaseServer started = new DatabaseServer(cluster, port, password, server);
                started.requirePromises();
                cluster.markFinished();
                return started;
            } finally {
                Files.deleteIfExists(passwordFile);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException | ExceptionInInitializerError e) {
            cluster.stopServer();
            throw new SuiteException("PostgreSQL did not start" + Root.advice() + "; see " + log + ".", e);
        }
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder server) {
        try {
            return server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder configure(Path directory, Path binaries, int port, String password,
            Path passwordFile, Path log) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(port)
                .setPGStartupWait(START_PATIENCE)
                .setConnectConfig("password", password)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                // these become options of initdb: a password from the first moment on, and text that sorts the same on every machine
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_buffers", "128MB")
                // a fresh database fills fast: what it holds must be known to the planner in seconds, not in the minute that is the default
                .setServerConfig("autovacuum_naptime", "3s")
                .setServerConfig("jit", "off");
    }

    /** {@return the server's version, such as {@code 18.6}} */
    public String version() {
        return show("server_version");
    }

    /**
     * {@return its value as the server tells it}
     *
     * @param setting a setting's name
     */
    public String show(String setting) {
        if (!setting.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not a setting: " + setting);
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new SuiteException("PostgreSQL does not tell " + setting + ".", e);
        }
    }

    /**
     * {@return a connection as superuser; the caller closes it}
     *
     * @param database a database's name
     * @throws SQLException when the server refuses
     */
    public Connection connect(String database) throws SQLException {
        return connect(database, SUPERUSER, password);
    }

    /**
     * {@return a connection; the caller closes it}
     *
     * @param database a database's name
     * @param user a role
     * @param userPassword its password
     * @throws SQLException when the server refuses
     */
    public Connection connect(String database, String user, String userPassword) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{HOST});
        source.setPortNumbers(new int[]{port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(userPassword);
        return source.getConnection();
    }

    /** {@return the server process, empty when it has died} */
    public Optional<ProcessHandle> process() {
        return cluster.server();
    }

    /** Stops the server the way that needs no recovery, and waits until it is gone, which the library does for five seconds only. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            cluster.stopServer();
        }
    }

    /** Kills the server as a power cut would, for tests of what survives that. */
    public void kill() {
        cluster.killServer();
        close();
    }

    private void requirePromises() {
        List<String> broken = PROMISES.entrySet().stream().filter(promise -> !promise.getValue().equals(show(promise.getKey())))
                .map(promise -> promise.getKey() + " = " + show(promise.getKey())).toList();
        if (!broken.isEmpty()) {
            close();
            throw new SuiteException("PostgreSQL runs with " + String.join(", ", broken)
                    + " and could lose what it has confirmed; remove that from postgresql.auto.conf.");
        }
    }

    /** A cluster's folder. */
    private record Cluster(Path directory) {

        private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

        Optional<ProcessHandle> server() {
            return OrphanedServer.of(directory).process();
        }

        void stopServer() {
            OrphanedServer.of(directory).stop(STOP_PATIENCE);
        }

        void killServer() {
            OrphanedServer.of(directory).kill(STOP_PATIENCE);
        }

        /** A cluster that was never finished holds nothing: services start only after it is. */
        void deleteIfUnfinished() {
            if (Files.exists(directory) && !Files.exists(finished())) {
                StateDirectory.deleteTree(directory);
            }
        }

        void markFinished() throws IOException {
            if (!Files.exists(finished())) {
                Files.createFile(finished());
            }
        }

        private Path finished() {
            return directory.resolveSibling("initialised");
        }
    }
}
