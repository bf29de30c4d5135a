package io.groundswell.suite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

class IsolationIT {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern ID = Pattern.compile("\\{[a-zA-Z]*[iI]d\\}");

    private final Suite suite = RunningSuiteForTests.get();

    @Test
    void aStrangerFindsNothingAtAnyAddressOfAnyContract() throws IOException {
        // Given
        Marketer owner = new Marketer(suite, "e2e-owner");
        Marketer stranger = new Marketer(suite, "e2e-stranger");
        Map<String, String> ids = everyKindOfThing(owner);

        // When
        Map<String, Integer> seen = new TreeMap<>();
        for (Operation operation : operationsOnOneThing()) {
            // what belongs to creator-service alone is walked by its own tests
            String id = ids.get(operation.collection());
            if (id == null || operation.path().indexOf('{') != operation.path().lastIndexOf('{')) {
                continue;
            }
            String path = ID.matcher(operation.path()).replaceAll(id);
            seen.put(operation.method() + " " + operation.path(), stranger
                    .send(operation.method(), path, operation.type(), BodyPublishers.ofString(operation.body())).status());
        }

        // Then
        Map<String, Integer> expected = new TreeMap<>();
        seen.keySet().forEach(operation -> expected.put(operation, 404));
        assertEquals(expected, seen);
    }

    @Test
    void aStrangersListsAreEmpty() {
        // Given
        everyKindOfThing(new Marketer(suite, "e2e-lists"));
        Marketer stranger = new Marketer(suite, "e2e-lists-stranger");

        // When
        List<String> filled = new ArrayList<>();
        for (String list : List.of("/v1/campaigns", "/v1/posts", "/v1/creators", "/v1/employees", "/v1/share-packs")) {
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
        everyKindOfThing(new Marketer(suite, "e2e-rows"));

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

    /** Makes one of everything; returns ids by the collection they are addressed under. */
    private static Map<String, String> everyKindOfThing(Marketer owner) {
        String campaign = owner.launch("#mine");
        owner.ingest(PostLines.lines("#mine", 1));
        String post = owner.get("/v1/posts").json().at("/items/0/id").asText();
        owner.send("POST", "/v1/creators/import", "application/x-ndjson",
                BodyPublishers.ofString("{\"network\":\"X\",\"handle\":\"mine\",\"followers\":10}\n"));
        String creator = owner.get("/v1/creators").json().at("/items/0/id").asText();
        owner.send("POST", "/v1/employees/import", "application/x-ndjson",
                BodyPublishers.ofString("{\"workEmail\":\"ada@mine.example\",\"name\":\"Ada\"}\n"));
        String employee = owner.get("/v1/employees").json().at("/items/0/id").asText();
        String pack = owner.post("/v1/share-packs", """
                {"campaignId":"%s","title":"Mine","landingUrl":"https://mine.example/","variants":[{"text":"Have a look"}]}"""
                .formatted(campaign)).json().path("id").asText();
        return Map.of("campaigns", campaign, "campaign-views", campaign, "posts", post, "creators", creator, "creator-views",
                creator, "employees",
                employee, "share-packs", pack);
    }

    /** An operation that addresses one thing by its id. */
    private record Operation(String method, String path, String type, String body) {
        String collection() {
            return path.split("/", -1)[2];
        }
    }

    private static List<Operation> operationsOnOneThing() throws IOException {
        List<Operation> operations = new ArrayList<>();
        for (String module : List.of("campaign-service", "creator-service", "advocacy-service", "gateway")) {
            Path contract = RunningSuiteForTests.checkout().resolve(module).resolve("openapi.yaml");
            JsonNode paths = YAML.readTree(Files.readString(contract)).path("paths");
            paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
                // Only an employee may share, and a marketer's token would be refused before the pack is looked for.
                if (ID.matcher(path.getKey()).find() && !path.getKey().contains("/shares")) {
                    operations.add(operation(operation.getKey(), path.getKey(), operation.getValue()));
                }
            }));
        }
        assertTrue(operations.size() > 10);
        return operations;
    }

    private static Operation operation(String method, String path, JsonNode operation) {
        var body = operation.path("requestBody").path("content").properties().stream().findFirst();
        return new Operation(method.toUpperCase(java.util.Locale.ROOT), path,
                body.map(Map.Entry::getKey).orElse("application/json"),
                body.map(content -> content.getValue().path("example").toString()).orElse(""));
    }
}
