package io.groundswell.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Asks the database itself, with the rights of the running service. */
@QuarkusTest
class IsolationTest {
    private static final String TABLES = """
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'workspace_id' order by 1""";

    @Test
    void aQueryThatForgotTheWorkspaceSeesNoOthersRows() throws SQLException {
        // Given
        Api.of("isolation-mine").add("mila", 100);
        List<String> leaks = new ArrayList<>();

        // When
        try (Connection connection = PostgresTestResource.application()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select set_config('app.workspace', 'isolation-stranger', true)");
            for (String table : tables()) {
                if (count(connection, table) > 0) {
                    leaks.add(table);
                }
            }
        }

        // Then
        assertEquals(List.of(), leaks);
    }

    @Test
    void aQueryWithoutAWorkspaceFails() throws SQLException {
        // Given
        try (Connection connection = PostgresTestResource.application()) {

            // When
            var refused = assertThrows(SQLException.class, () -> count(connection, "creator"));

            // Then
            assertTrue(String.valueOf(refused.getMessage()).contains("app.workspace"), refused::getMessage);
        }
    }

    @Test
    void everyIndexIsLedByTheWorkspace() throws SQLException {
        // Given
        List<String> others = new ArrayList<>();

        // When
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet rows = connection.createStatement().executeQuery("""
                        select i.indexrelid::regclass::text
                        from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'workspace_id'
                        join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
                        where i.indkey[0] <> a.attnum""")) {
            while (rows.next()) {
                others.add(rows.getString(1));
            }
        }

        // Then
        assertEquals(List.of("outbox_feed"), others);
    }

    private static List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet rows = connection.createStatement().executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (ResultSet rows = connection.createStatement()
                .executeQuery("select count(*) from %s where workspace_id <> '*'".formatted(table))) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
