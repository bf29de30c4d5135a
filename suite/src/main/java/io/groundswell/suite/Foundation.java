package io.groundswell.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.groundswell.suite.database.DatabaseServer;
import io.groundswell.suite.database.ServiceDatabase;
import io.groundswell.suite.issuer.TokenIssuer;
import io.groundswell.suite.state.Secrets;
import io.groundswell.suite.state.StateDirectory;

/** What every service stands on: the database server with its databases, and the issuer. Not safe for use by several threads, but for reading. */
final class Foundation {

    private final SuiteOptions options;
    private final StateDirectory state;
    private final Secrets secrets;
    private final Assembly assembly;
    private final Progress progress;
    private volatile @Nullable DatabaseServer database;
    private volatile @Nullable TokenIssuer issuer;

    Foundation(SuiteOptions options, StateDirectory state, Secrets secrets, Assembly assembly, Progress progress) {
        this.options = options;
        this.state = state;
        this.secrets = secrets;
        this.assembly = assembly;
        this.progress = progress;
    }

    DatabaseServer database() {
        return started(database);
    }

    TokenIssuer issuer() {
        return started(issuer);
    }

    /** {@return whether this is the server in use, and not one that was stopped on purpose} */
    boolean uses(DatabaseServer server) {
        return database == server;
    }

    void startDatabase(Consumer<DatabaseServer> onEnd) {
        Instant begin = Instant.now();
        progress.working("starting PostgreSQL");
        DatabaseServer server = DatabaseServer.start(state.cluster(),
                options.checkout().resolve(".groundswell/postgresql-programs"),
                options.ports().of(Ports.DATABASE), secrets.password("database.superuser"), state.freshLog("postgresql"));
        database = server;
        assembly.databases().values().forEach(each -> each.provision(server));
        server.process().ifPresent(process -> {
            var _ = process.onExit().thenRun(() -> onEnd.accept(server));
        });
        progress.done("PostgreSQL " + server.version(),
                "127.0.0.1:" + options.ports().of(Ports.DATABASE) + ", fsync and synchronous_commit on",
                Duration.between(begin, Instant.now()));
    }

    void startIssuer() {
        Instant begin = Instant.now();
        TokenIssuer server = TokenIssuer.start(options.ports().of(Ports.ISSUER), assembly.clients(), secrets);
        issuer = server;
        progress.done(Ports.ISSUER, server.url().toString(), Duration.between(begin, Instant.now()));
    }

    /** The server's end is expected from here on. */
    DatabaseServer takeDatabase() {
        DatabaseServer taken = database();
        database = null;
        return taken;
    }

    ServiceDatabase databaseOf(String name) {
        ServiceDatabase known = assembly.databases().get(name);
        if (known == null) {
            throw new IllegalArgumentException("no database " + name);
        }
        return known;
    }

    void close() {
        TokenIssuer issuing = issuer;
        if (issuing != null) {
            issuing.close();
        }
        if (database != null) {
            progress.working("stopping PostgreSQL");
            takeDatabase().close();
        }
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the suite is not started");
        }
        return part;
    }
}
