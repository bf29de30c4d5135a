package io.groundswell.kit.workspace;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import io.vertx.sqlclient.DatabaseException;

/** Finds out what PostgreSQL said about a failure. */
public final class SqlState {
    private static final int MAX_CAUSES = 16;

    private SqlState() {}

    /**
     * Returns the SQLSTATE, five characters, of the first failure of the database among the causes; null when there is
     * none. The object mapper turns the client's exception into one of JDBC, hence both are looked for.
     */
    public static @Nullable String of(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MAX_CAUSES; depth++) {
            String state = switch (at) {
                case DatabaseException database -> database.getSqlState();
                case SQLException database -> database.getSQLState();
                default -> null;
            };
            if (state != null) {
                return state;
            }
            at = at.getCause();
        }
        return null;
    }
}
