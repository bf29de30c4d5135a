package io.groundswell.creator.customer;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class CustomerImportTest {
    private static final String IMPORT = "/v1/customers/import";

    @Test
    void aCustomersHandlesBecomeOneCreatorsAccounts() {
        // Given
        Api api = Api.of("customer-new");

        // When
        List<JsonPath> report = customers(api,
                "{\"email\":\"mila@mail.example\",\"name\":\"Mila Jansen\",\"instagram\":\"@mila.pours\","
                        + "\"tiktok\":\"mila\",\"country\":\"NL\"}");

        // Then
        assertEquals("CREATED", report.getFirst().getString("outcome"));
        assertNull(report.getFirst().getString("matchedBy"));
        api.creator(report.getFirst().getString("creatorId")).body("displayName", equalTo("Mila Jansen"), "kind",
                equalTo("CUSTOMER"),
                "discoveredVia", equalTo("CUSTOMER"), "accounts.network", containsInAnyOrder("INSTAGRAM", "TIKTOK"),
                "accounts.country[0]", equalTo("NL"));
    }

    @Test
    void aKnownHandleIsRecognisedAndTheOthersBecomeTheirs() {
        // Given
        Api api = Api.of("customer-handle");
        String id = api.add("mila.pours", 4_200);

        // When
        List<JsonPath> report = customers(api, "{\"tiktok\":\"mila\",\"instagram\":\"Mila.Pours\",\"name\":\"Mila Jansen\"}");

        // Then
        assertEquals("UPDATED " + id + " [HANDLE]", shown(report.getFirst()));
        api.creator(id).body("displayName", equalTo("Mila.Pours"), "kind", equalTo("CUSTOMER"), "accounts", hasSize(2),
                "accounts[0].followers", equalTo(4_200));
    }

    @Test
    void aKnownAddressIsRecognisedHoweverItIsWritten() {
        // Given
        Api api = Api.of("customer-email");
        String id = api.importLines("{\"network\":\"X\",\"handle\":\"zoe\",\"email\":\"Zoe@M\u00FCller.example\"}").getFirst()
                .getString("creatorId");

        // When
        List<JsonPath> report = customers(api, "{\"email\":\" zoe@xn--mller-kva.EXAMPLE \"}",
                "{\"email\":\"zoe@m\u00FCller.example\",\"bluesky\":\"zoe.example\"}");

        // Then
        assertEquals(List.of("UPDATED " + id + " [EMAIL]", "UPDATED " + id + " [EMAIL]"),
                report.subList(0, 2).stream().map(CustomerImportTest::shown).toList());
        api.creator(id).body("kind", equalTo("CUSTOMER"), "accounts", hasSize(2));
    }

    @Test
    void anAddressThatNobodyIsKnownByLeavesNothingBehind() throws SQLException {
        // Given
        Api api = Api.of("customer-unmatched");

        // When
        List<JsonPath> report = customers(api, "{\"email\":\"nobody@mail.example\"}");

        // Then
        assertEquals("UNMATCHED", report.getFirst().getString("outcome"));
        assertEquals(1, report.getLast().getInt("summary.unmatched"));
        assertEquals("0", query("select count(*) from creator_email where workspace_id = 'customer-unmatched'"));
    }

    @Test
    void anotherCreatorsHandleStaysWithThatOneWhoIsNamed() {
        // Given
        Api api = Api.of("customer-two");
        String byEmail = api.importLines("{\"network\":\"X\",\"handle\":\"mila\",\"email\":\"mila@mail.example\"}").getFirst()
                .getString("creatorId");
        String byHandle = api.add("mila.pours", 100);

        // When
        List<JsonPath> report = customers(api, "{\"email\":\"mila@mail.example\",\"instagram\":\"mila.pours\"}");

        // Then
        assertEquals("UPDATED " + byEmail + " [EMAIL, HANDLE]", shown(report.getFirst()));
        assertEquals(List.of(byHandle), report.getFirst().getList("otherCreatorIds"));
        api.creator(byHandle).body("accounts", hasSize(1), "kind", equalTo("CUSTOMER"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        // Given
        Api api = Api.of("customer-again");
        String[] file = {"{\"email\":\"a@mail.example\",\"x\":\"a\",\"instagram\":\"a.pics\"}",
                "{\"email\":\"b@mail.example\",\"x\":\"b\"}",
                "{\"email\":\"a@mail.example\"}"};
        List<JsonPath> first = customers(api, file);

        // When
        List<JsonPath> again = customers(api, file);

        // Then
        assertEquals(List.of("CREATED", "CREATED", "UNCHANGED"), Api.outcomes(first));
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), Api.outcomes(again));
        assertEquals(Api.each(first, "creatorId"), Api.each(again, "creatorId"));
    }

    @Test
    void whoOptedOutIsNotBroughtBack() {
        // Given
        Api api = Api.of("customer-out");
        String id = api.importLines("{\"network\":\"X\",\"handle\":\"mila\",\"email\":\"mila@mail.example\"}").getFirst()
                .getString("creatorId");
        api.request().header("If-Match", api.tag(id)).body("{\"stage\":\"OPTED_OUT\"}").post("/v1/creators/{id}/stage", id)
                .then()
                .statusCode(200);

        // When
        List<JsonPath> report = customers(api, "{\"email\":\"mila@mail.example\"}", "{\"x\":\"mila\"}",
                "{\"email\":\"mila@mail.example\",\"instagram\":\"mila.new\"}");

        // Then
        assertEquals(List.of("opted-out", "opted-out", "opted-out"), Api.each(report, "code"));
        api.creator(id).body("accounts", hasSize(1), "kind", equalTo("EXTERNAL"));
    }

    @Test
    void aMergeHandsTheAddressesOverAndItsUndoingGivesThemBack() {
        // Given
        Api api = Api.of("customer-merge");
        String survivor = api.importLines("{\"network\":\"X\",\"handle\":\"mila\",\"email\":\"mila@mail.example\"}").getFirst()
                .getString("creatorId");
        String absorbed = api.importLines("{\"network\":\"TIKTOK\",\"handle\":\"mila\",\"email\":\"jansen@mail.example\"}")
                .getFirst().getString("creatorId");
        String merge = api.request().header("If-Match", api.tag(survivor)).body("{\"absorb\":\"%s\"}".formatted(absorbed))
                .post("/v1/creators/{id}/merges", survivor).then().statusCode(201).extract().path("id");

        // When
        String merged = shown(customers(api, "{\"email\":\"jansen@mail.example\"}").getFirst());
        api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", merge).then().statusCode(200);
        String apart = shown(customers(api, "{\"email\":\"jansen@mail.example\"}").getFirst());

        // Then
        assertEquals("UPDATED %s [EMAIL], UPDATED %s [EMAIL]".formatted(survivor, absorbed), merged + ", " + apart);
    }

    @Test
    void noAddressIsStored() throws SQLException {
        // Given
        Api api = Api.of("customer-secret");

        // When
        customers(api, "{\"email\":\"very.secret@mail.example\",\"x\":\"secretive\"}");

        // Then
        for (String table : List.of("creator", "account", "creator_email", "outbox")) {
            assertFalse(
                    query("select string_agg(t::text, ' ') from %s t where workspace_id = 'customer-secret'".formatted(table))
                            .contains("very.secret"),
                    table);
        }
    }

    @Test
    void twoImportsAtOnceMakeNoDuplicates() throws SQLException {
        // Given
        Api api = Api.of("customer-race");
        List<String> file = IntStream.range(0, 1_500)
                .mapToObj(i -> "{\"email\":\"c%1$d@mail.example\",\"x\":\"c%1$d\",\"instagram\":\"c%1$d.pics\"}".formatted(i))
                .collect(Collectors.toList());
        String[] forwards = file.toArray(String[]::new);
        Collections.reverse(file);
        String[] backwards = file.toArray(String[]::new);

        // When
        var one = CompletableFuture.supplyAsync(() -> customers(api, forwards));
        var other = CompletableFuture.supplyAsync(() -> customers(api, backwards));
        int created = one.join().getLast().getInt("summary.created") + other.join().getLast().getInt("summary.created");

        // Then
        assertEquals(1_500, created);
        assertEquals("1500", query("select count(*) from creator where workspace_id = 'customer-race'"));
        assertEquals("3000", query("select count(*) from account where workspace_id = 'customer-race'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"{\"name\":\"Mila\"}~required~#/email", "{\"email\":\"nope\"}~invalid-email~#/email",
            "{\"x\":\"a b\"}~invalid-handle~#/x", "{\"x\":\"p\u0430ypal\"}~confusable~#/x",
            "{\"x\":\"a\",\"name\":\"=cmd|' /C calc'!A0\"}~formula~#/name",
            "{\"x\":\"a\",\"country\":\"XX\"}~invalid-country~#/country",
            "{\"x\":\"a\",\"myspace\":\"b\"}~unknown-field~#/myspace", "{\"x\":7}~wrong-type~#/x"})
    void aBadLineNamesItsPlace(String line, String code, String pointer) {
        // When
        List<JsonPath> report = customers(Api.of("customer-bad"), line);

        // Then
        assertEquals("REJECTED " + code + " " + pointer, "%s %s %s".formatted(report.getFirst().getString("outcome"),
                report.getFirst().getString("code"), report.getFirst().getString("pointer")));
    }

    @Test
    void anotherWorkspaceRecognisesNobody() {
        // Given
        customers(Api.of("customer-mine"), "{\"email\":\"mila@mail.example\",\"x\":\"mila\"}");

        // When
        List<JsonPath> report = customers(Api.of("customer-theirs"), "{\"email\":\"mila@mail.example\"}");

        // Then
        assertEquals(List.of("UNMATCHED"), Api.outcomes(report));
    }

    private static List<JsonPath> customers(Api api, String... lines) {
        List<JsonPath> report = api.report(IMPORT, "application/x-ndjson",
                String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return report.subList(1, report.size());
    }

    private static String shown(JsonPath line) {
        return line.getString("outcome") + " " + line.getString("creatorId") + " " + line.getList("matchedBy");
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
