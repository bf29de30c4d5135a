package io.groundswell.kit.trial;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** What the tests of this module ask the database directly. */
public final class Databases {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Databases() {}

    /** Returns a workspace that no other test uses. */
    public static Workspace workspace() {
        return new Workspace("w-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36));
    }

    /** Waits for a result, and fails the test when it does not come. */
    public static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    /** Returns the first column of a query past every policy, as text. */
    public static List<String> stored(String sql, Object... parameters) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser()) {
            return query(connection, sql, parameters);
        }
    }

    /** Runs a change past every policy. */
    public static void change(String sql, Object... parameters) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser()) {
            change(connection, sql, parameters);
        }
    }

    /** Returns the first column of a query on the connection, as text. */
    public static List<String> query(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters); ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    /** Runs a change on the connection. */
    public static void change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
