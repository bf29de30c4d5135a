package io.groundswell.creator.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class ImportTest {

    @Test
    void theSameFileAgainChangesNothing() {
        // Given
        Api api = Api.of("import-again");
        String[] file = Api.accounts(1_203, "h");
        List<JsonPath> first = api.importLines(file);

        // When
        List<JsonPath> again = api.importLines(file);

        // Then
        assertEquals(1_203, first.getLast().getInt("summary.created"));
        assertEquals(1_203, again.getLast().getInt("summary.unchanged"));
        assertEquals(Api.each(first, "creatorId"), Api.each(again, "creatorId"));
        api.list("limit=100").body("items.version", everyItem(equalTo(0)));
    }

    @Test
    void csvSaysTheSameAsNdjson() {
        // Given
        Api api = Api.of("import-csv");

        // When
        List<JsonPath> report = api.importBody("text/csv", """
                network,handle,followers,verified,displayName,country,kind,hasPicture,joinedAt,website
                INSTAGRAM,@mila.pours,4200,true,"Mila, at the harbour",NL,CUSTOMER,false,2021-05-01T00:00:00Z,Mila.example/
                YOUTUBE,noor.brews,12.3K,,,,,,,
                """);

        // Then
        assertEquals(List.of("CREATED", "CREATED"), Api.outcomes(report));
        assertEquals(List.of("2", "3"), Api.each(report, "line"));
        api.list("sort=followers").body("items.displayName", contains("Mila, at the harbour", "noor.brews"),
                "items[0].accounts[0].verified", equalTo(true), "items[0].accounts[0].hasPicture", equalTo(false),
                "items[0].accounts[0].joinedAt", equalTo("2021-05-01T00:00:00Z"), "items[0].accounts[0].website",
                equalTo("https://mila.example"), "items[0].discoveredVia", equalTo("CUSTOMER"),
                "items[1].accounts[0].followers", equalTo(12_300), "items[1].accounts[0].followersPrecision", equalTo(100));
    }

    @Test
    void aCsvFileFromASpreadsheetMayStartWithAByteOrderMark() {
        // Given
        Api api = Api.of("import-bom");

        // When
        List<JsonPath> report = api.importBody("text/csv; charset=utf-8", "\uFEFFnetwork,handle\r\nX,mila\r\n");

        // Then
        assertEquals(List.of("CREATED"), Api.outcomes(report));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"network\":\"FRIENDSTER\",\"handle\":\"a\"}|unknown-network|#/network",
            "{\"handle\":\"a\"}|required|#/network",
            "{\"network\":\"X\"}|required|#/handle",
            "{\"network\":\"X\",\"handle\":\"a\",\"followers\":-1}|out-of-range|#/followers",
            "{\"network\":\"X\",\"handle\":\"a\",\"followers\":99999999999}|out-of-range|#/followers",
            "{\"network\":\"X\",\"handle\":\"a\",\"followers\":123456789012345678901234567890}|out-of-range|#/followers",
            "{\"network\":\"X\",\"handle\":\"a\",\"followers\":1.5}|wrong-type|#/followers",
            "{\"network\":\"X\",\"handle\":\"a\",\"followers\":\"1,234\"}|wrong-type|#/followers",
            "{\"network\":\"X\",\"handle\":\"a\",\"followers\":\"1.5\"}|wrong-type|#/followers",
            "{\"network\":\"X\",\"handle\":\"a\",\"folowers\":1}|unknown-field|#/folowers",
            "{\"network\":\"X\",\"handle\":\"a\\u0000b\"}|invalid-handle|#/handle",
            "{\"network\":\"X\",\"handle\":\"=cmd()\"}|invalid-handle|#/handle",
            "{\"network\":\"X\",\"handle\":\"a\",\"bio\":\"nul \\u0000\"}|nul-character|#/bio",
            "{\"network\":\"X\",\"handle\":\"a\",\"displayName\":\"bell \\u0007\"}|control-character|#/displayName",
            "{\"network\":\"X\",\"handle\":\"a\",\"displayName\":\"\\ud800 half\"}|unpaired-surrogate|#/displayName",
            "{\"network\":\"X\",\"handle\":\"a\",\"country\":\"XX\"}|invalid-country|#/country",
            "{\"network\":\"X\",\"handle\":\"a\",\"language\":\"?\"}|invalid-language|#/language",
            "{\"network\":\"X\",\"handle\":\"a\",\"kind\":\"ROBOT\"}|unknown-kind|#/kind",
            "{\"network\":\"X\",\"handle\":\"a\",\"verified\":\"perhaps\"}|wrong-type|#/verified",
            "{\"network\":\"X\",\"handle\":7}|wrong-type|#/handle",
            "{\"network\":\"X\",\"handle\":\"a\",\"profileUrl\":\"javascript:alert(1)\"}|invalid-url|#/profileUrl",
            "{\"network\":\"X\",\"handle\":\"a\",\"observedAt\":\"2999-01-01T00:00:00Z\"}|in-the-future|#/observedAt",
            "{\"network\":\"X\",\"handle\":\"a\",\"observedAt\":\"yesterday\"}|invalid-time|#/observedAt",
            "{\"network\":\"X\",\"handle\":\"a\",\"hasPicture\":\"perhaps\"}|wrong-type|#/hasPicture",
            "{\"network\":\"X\",\"handle\":\"a\",\"joinedAt\":\"2999-01-01T00:00:00Z\"}|in-the-future|#/joinedAt",
            "{\"network\":\"X\",\"handle\":\"a\",\"joinedAt\":\"1492-10-12T00:00:00Z\"}|out-of-range|#/joinedAt",
            "{\"network\":\"X\",\"handle\":\"a\",\"joinedAt\":\"2026-01-02T00:00:00Z\",\"observedAt\":\"2026-01-01T00:00:00Z\"}|in-the-future|#/joinedAt",
            "{\"network\":\"X\",\"handle\":\"a\",\"website\":\"javascript:alert(1)\"}|invalid-url|#/website",
            "{broken|malformed-json|#",
            "[1]|not-an-object|#"})
    void aBadLineNamesItsPlaceAndLosesNoOther(String line, String code, String pointer) {
        // Given
        Api api = Api.of("import-bad");
        api.importLines("{\"network\":\"X\",\"handle\":\"before\"}");

        // When
        List<JsonPath> report = api.importLines(line, "{\"network\":\"X\",\"handle\":\"before\"}");

        // Then
        assertEquals(List.of("REJECTED", "UNCHANGED"), Api.outcomes(report));
        assertEquals(code, report.getFirst().getString("code"));
        assertEquals(pointer, report.getFirst().getString("pointer"));
    }

    @Test
    void overlongFieldsAreNamed() {
        // Given
        Api api = Api.of("import-long");

        // When
        List<JsonPath> report = api.importLines(
                "{\"network\":\"X\",\"handle\":\"a\",\"bio\":\"%s\"}".formatted("x".repeat(5_001)),
                "{\"network\":\"X\",\"handle\":\"%s\"}".formatted("x".repeat(201)),
                "{\"network\":\"X\",\"handle\":\"a\",\"bio\":\"%s\"}".formatted("x".repeat(2_000_000)));

        // Then
        assertEquals(List.of("too-long", "too-long", "line-too-long"), Api.each(report, "code"));
    }

    @Test
    void linesOfOneAccountAreTakenInOrder() {
        // Given
        Api api = Api.of("import-order");

        // When
        List<JsonPath> report = api.importLines("{\"network\":\"X\",\"handle\":\"mila\",\"followers\":100}",
                "{\"network\":\"X\",\"handle\":\"@mila\",\"followers\":100}",
                "{\"network\":\"X\",\"handle\":\"mila\",\"userId\":\"42\",\"followers\":120}",
                "{\"network\":\"X\",\"userId\":\"42\",\"handle\":\"mila.pours\"}");

        // Then
        assertEquals(List.of("CREATED", "UNCHANGED", "UPDATED", "UPDATED"), Api.outcomes(report));
        api.list("").body("items", hasSize(1), "items[0].accounts", hasSize(1), "items[0].accounts[0].followers",
                equalTo(120), "items[0].accounts[0].handle", equalTo("mila.pours"));
    }

    @Test
    void handlesMaySwapBetweenTwoFiles() {
        // Given
        Api api = Api.of("import-swap");
        api.importLines("{\"network\":\"X\",\"userId\":\"1\",\"handle\":\"ana\"}",
                "{\"network\":\"X\",\"userId\":\"2\",\"handle\":\"bo\"}");

        // When
        List<JsonPath> report = api.importLines("{\"network\":\"X\",\"userId\":\"1\",\"handle\":\"bo\"}",
                "{\"network\":\"X\",\"userId\":\"2\",\"handle\":\"ana\"}");

        // Then
        assertEquals(List.of("UPDATED", "UPDATED"), Api.outcomes(report));
        api.list("").body("items.displayName", contains("ana", "bo"), "items", hasSize(2));
    }

    @Test
    void twoImportsOfOneFileAtOnceMakeNoDuplicates() throws SQLException {
        // Given
        Api api = Api.of("import-race");
        List<String> file = new java.util.ArrayList<>(List.of(Api.accounts(2_000, "r")));
        String forwards = String.join("\n", file);
        Collections.reverse(file);
        String backwards = String.join("\n", file);

        // When
        var one = CompletableFuture.supplyAsync(() -> api.importBody("application/x-ndjson", forwards));
        var other = CompletableFuture.supplyAsync(() -> api.importBody("application/x-ndjson", backwards));
        int created = one.join().getLast().getInt("summary.created") + other.join().getLast().getInt("summary.created");

        // Then
        assertEquals(2_000, created);
        assertEquals(2_000, count("account", "import-race"));
        assertEquals(2_000, count("outbox", "import-race"));
    }

    private static int count(String table, String workspace) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet rows = connection.createStatement()
                        .executeQuery("select count(*) from %s where workspace_id = '%s'".formatted(table, workspace))) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
