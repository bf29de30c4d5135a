package io.groundswell.kit.problem;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * Recognises failures that pass: the database or another service is away, restarting or
 * overloaded. The database client is optional for a
 * service (the gateway has none), so its classes are known here by name only.
 */
final class Outages {
    private static final int MAX_DEPTH = 16;
    private static final String DATABASE_EXCEPTION = "io.vertx.sqlclient.DatabaseException";
    private static final Set<String> CLIENT_EXCEPTIONS = Set.of("io.vertx.sqlclient.ClosedConnectionException",
            "io.vertx.core.http.ConnectionPoolTooBusyException", "io.vertx.core.http.HttpClosedException");
    /**
     * Shutting down, crashed, not yet up, cancelled by statement_timeout, too many connections, out of memory; conflicts with
     * other transactions that trying again at once did not end.
     */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57014", "53300", "53200", "40001", "40P01");
    /** SQLSTATE class 08: connection exception. */
    private static final String CONNECTION_CLASS = "08";

    private Outages() {}

    static boolean isOutage(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
            if (passes(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    private static boolean passes(Throwable failure) {
        if (failure instanceof SocketException || failure instanceof UnknownHostException
                || failure instanceof RejectedExecutionException) {
            return true;
        }
        if (failure instanceof SQLException mapped) {
            return passes(mapped.getSQLState());
        }
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (CLIENT_EXCEPTIONS.contains(type.getName())) {
                return true;
            }
            if (type.getName().equals(DATABASE_EXCEPTION)) {
                return passes(SqlState.of(failure));
            }
        }
        return isPoolTimeout(failure);
    }

    private static boolean passes(@Nullable String sqlState) {
        return sqlState != null && (STATES.contains(sqlState) || sqlState.startsWith(CONNECTION_CLASS));
    }

    /** The client's pool has no exception of its own for a connection that did not become free in time. */
    private static boolean isPoolTimeout(Throwable failure) {
        return failure.getClass().getName().startsWith("io.vertx.core.impl.NoStackTrace")
                && "Timeout".equals(failure.getMessage());
    }

    /** Loaded only once a failure of the database client has been seen, hence only where that client exists. */
    private static final class SqlState {
        static @Nullable String of(Throwable failure) {
            return failure instanceof io.vertx.sqlclient.DatabaseException database ? database.getSqlState() : null;
        }
    }
}
