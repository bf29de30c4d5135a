package io.groundswell.suite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.groundswell.suite.Suite;
import io.groundswell.suite.e2e.Contracts.Operation;

class IsolationIT {
    /** What everybody may read, and what is an employee's or an author's alone: a marketer's token would be refused before the pack is looked for. */
    private static final Pattern NOT_OF_A_WORKSPACE = Pattern
            .compile("/s/\\{code\\}|/v1/claims/.*|/v1/public/.*|/v1/(audience|score)-models/.*|.*/shares(/.*)?");

    private final Suite suite = RunningSuiteForTests.get();

    @Test
    void aStrangerFindsNothingAtAnyAddressOfTheContract() {
        // Given
        Belongings belongings = Belongings.of(new Marketer(suite, "e2e-owner"));
        Marketer stranger = new Marketer(suite, "e2e-stranger");
        List<Operation> operations = Contracts.read().operations().stream()
                .filter(operation -> operation.path().contains("{"))
                .filter(operation -> !NOT_OF_A_WORKSPACE.matcher(operation.path()).matches()).toList();

        // When
        Map<String, Integer> seen = new TreeMap<>();
        for (Operation operation : operations) {
            String address = belongings.address(operation.path() + operation.query());
            seen.put(operation.toString(), stranger
                    .send(operation.method(), address, operation.type(), BodyPublishers.ofString(operation.body())).status());
        }

        // Then
        Map<String, Integer> expected = new TreeMap<>();
        operations.forEach(operation -> expected.put(operation.toString(), 404));
        assertTrue(operations.size() > 50);
        assertEquals(expected, seen);
    }

    @Test
    void aStrangersListsAreEmpty() {
        // Given
        Belongings.of(new Marketer(suite, "e2e-lists"));
        Marketer stranger = new Marketer(suite, "e2e-lists-stranger");

        // When
        List<String> filled = new ArrayList<>();
        for (String list : List.of("/v1/campaigns", "/v1/posts", "/v1/collections", "/v1/moderation-rules",
                "/v1/rights-requests",
                "/v1/rights-grants", "/v1/rights-ledger", "/v1/creators", "/v1/creators/search", "/v1/creator-lists",
                "/v1/customer-profiles", "/v1/segments", "/v1/merges", "/v1/employees", "/v1/share-packs", "/v1/connectors",
                "/v1/webhook-subscriptions")) {
            if (!stranger.get(list).json().path("items").isEmpty()) {
                filled.add(list);
            }
        }

        // Then
        assertEquals(List.of(), filled);
    }

    /** Rows of the workspace {@code *} are what every workspace starts with, such as the scheme of tiers. */
    @Test
    void theApplicationsRolesSeeNoRowOfAnotherWorkspace() throws SQLException {
        // Given
        Belongings.of(new Marketer(suite, "e2e-rows"));

        // When
        List<String> visible = new ArrayList<>();
        for (String database : List.of("campaign", "creator", "advocacy")) {
            try (Connection connection = suite.connect(database)) {
                for (String table : workspaceTables(connection)) {
                    connection.createStatement().execute("set app.workspace = 'e2e-nobody'");
                    try (ResultSet rows = connection.createStatement()
                            .executeQuery("select count(*) from " + table + " where workspace_id <> '*'")) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            visible.add(database + "." + table);
                        }
                    }
                }
            }
        }

        // Then
        assertEquals(List.of(), visible);
    }

    private static List<String> workspaceTables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'workspace_id' order by 1""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertTrue(!tables.isEmpty());
        return tables;
    }
}
