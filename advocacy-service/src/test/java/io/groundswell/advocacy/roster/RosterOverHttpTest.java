package io.groundswell.advocacy.roster;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.groundswell.advocacy.Api;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class RosterOverHttpTest {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String ROSTER = """
            workEmail,name,department,jobFunction,location,managerEmail,active
            ada@demo.example,Ada Nwosu,Roasting,Engineering,Rotterdam,lin@demo.example,true
            lin@demo.example,"Lin, Mei",Roasting,Management,Rotterdam,,true
            omar@demo.example,Omar Haddad,Sales,Sales,Antwerp,lin@demo.example,false
            """;

    private final Api api = Api.ofNewWorkspace();

    @Test
    void aRosterIsImportedFromCsv() {
        // When
        List<JsonPath> report = api.importRoster(CSV, ROSTER);

        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), outcomes(report));
        assertEquals(3, report.getLast().getInt("summary.created"));
        api.marketer().get("/v1/employees").then().statusCode(200)
                .body("items.workEmail", equalTo(List.of("ada@demo.example", "lin@demo.example", "omar@demo.example")))
                .body("items[1].name", equalTo("Lin, Mei"))
                .body("items[1].managerEmail", equalTo(null))
                .body("items[2].active", equalTo(false));
    }

    @Test
    void theSameRosterAgainChangesNothing() {
        // Given
        api.importRoster(CSV, ROSTER);

        // When
        List<JsonPath> report = api.importRoster(CSV, ROSTER);

        // Then
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), outcomes(report));
        api.marketer().get("/v1/employees").then().body("items.version", equalTo(List.of(0, 0, 0)));
    }

    @Test
    void aPersonIsKnownByTheAddressWhateverItsCase() {
        // Given
        api.importRoster(CSV, ROSTER);

        // When
        List<JsonPath> report = api.importRoster(NDJSON, """
                {"workEmail":"ADA@Demo.Example","name":"Ada Nwosu","department":"Tasting"}
                {"workEmail":"ada@demo.example","name":"Ada Nwosu","department":"Tasting"}
                {"workEmail":"ada@demo.example","name":"Ada Nwosu","department":"Tasting"}
                """);

        // Then
        assertEquals(List.of("UPDATED", "UPDATED", "UNCHANGED"), outcomes(report));
        api.marketer().queryParam("department", "Tasting").get("/v1/employees").then()
                .body("items", hasSize(1)).body("items[0].location", equalTo(null)).body("items[0].version", equalTo(2));
    }

    @Test
    void badLinesAreReportedAndLoseNoOther() {
        // Given
        String body = """
                {"workEmail":"good@demo.example"}
                {"name":"No Address"}
                {"workEmail":"not an address"}
                {"workEmail":"nul@demo.example","name":"a\\u0000b"}
                {"workEmail":"long@demo.example","name":"%s"}
                {"workEmail":"manager@demo.example","managerEmail":"nobody"}
                {"workEmail":"type@demo.example","active":"perhaps"}
                {"workEmail":"type@demo.example","name":7}
                {"workEmail":"field@demo.example","salary":1}
                {"workEmail":
                ["workEmail"]
                {"workEmail":"last@demo.example"}
                """.formatted("x".repeat(201));

        // When
        List<JsonPath> report = api.importRoster(NDJSON, body);

        // Then
        assertEquals("CREATED", report.getFirst().getString("outcome"));
        assertEquals(List.of("required", "invalid-email", "nul-character", "too-long", "invalid-email", "wrong-type",
                "wrong-type", "unknown-field", "malformed-json", "not-an-object"),
                report.subList(1, 11).stream().map(line -> line.getString("code")).toList());
        assertEquals("#/managerEmail", report.get(5).getString("pointer"));
        assertEquals("CREATED", report.get(11).getString("outcome"));
        assertEquals(10, report.getLast().getInt("summary.rejected"));
        assertEquals(IntStream.rangeClosed(1, 12).boxed().toList(),
                report.subList(0, 12).stream().map(line -> line.getInt("line")).toList());
    }

    @Test
    void aLargeRosterIsReportedInItsOrder() {
        // Given
        String body = IntStream.range(0, 5_000).mapToObj(i -> "person%05d@demo.example,Team %d".formatted(i, i % 7))
                .collect(Collectors.joining("\n", "workEmail,department\n", "\n"));

        // When
        List<JsonPath> report = api.importRoster(CSV, body);

        // Then
        assertEquals(5_000, report.getLast().getInt("summary.created"));
        assertEquals(5_001, report.get(4_999).getInt("line"));
    }

    @Test
    void pagesLeadForthAndBackThroughTheWholeRoster() {
        // Given
        api.employ(IntStream.range(0, 7).mapToObj(i -> "p%d@demo.example".formatted(i)).toArray(String[]::new));
        List<String> seen = new ArrayList<>();

        // When
        JsonPath first = api.marketer().queryParam("limit", 3).get("/v1/employees").jsonPath();
        JsonPath page = first;
        while (true) {
            seen.addAll(page.getList("items.workEmail", String.class));
            if (page.getString("page.next") == null) {
                break;
            }
            page = api.marketer().queryParam("limit", 3).queryParam("cursor", page.getString("page.next"))
                    .get("/v1/employees").jsonPath();
        }

        // Then
        assertEquals(IntStream.range(0, 7).mapToObj(i -> "p%d@demo.example".formatted(i)).toList(), seen);
        JsonPath back = api.marketer().queryParam("limit", 3).queryParam("cursor", page.getString("page.prev"))
                .get("/v1/employees").jsonPath();
        assertEquals(List.of("p3@demo.example", "p4@demo.example", "p5@demo.example"), back.getList("items.workEmail"));
    }

    @Test
    void filtersNarrowTheList() {
        // Given
        api.importRoster(CSV, ROSTER);

        // When
        var active = api.marketer().queryParam("active", true).queryParam("department", "Roasting").get("/v1/employees");

        // Then
        active.then().statusCode(200).body("items.workEmail", hasItems("ada@demo.example", "lin@demo.example"))
                .body("items", hasSize(2));
        api.marketer().queryParam("department", "a\0b").get("/v1/employees").then().statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    @Test
    void aPersonHasATagAndIsNobodyElsewhere() {
        // Given
        UUID id = api.importRoster(CSV, ROSTER).getFirst().getUUID("employeeId");

        // When
        String tag = api.marketer().get("/v1/employees/{id}", id).then().statusCode(200)
                .body("workEmail", equalTo("ada@demo.example")).extract().header("ETag");

        // Then
        assertNotNull(tag);
        api.marketer().header("If-None-Match", tag).get("/v1/employees/{id}", id).then().statusCode(304);
        Api.ofNewWorkspace().marketer().get("/v1/employees/{id}", id).then().statusCode(404).body("code",
                equalTo("not-found"));
        Api.ofNewWorkspace().marketer().get("/v1/employees").then().statusCode(200).body("items", hasSize(0));
        api.employee("ada@demo.example").get("/v1/employees").then().statusCode(403);
    }

    private static List<String> outcomes(List<JsonPath> report) {
        return report.subList(0, report.size() - 1).stream().map(line -> line.getString("outcome")).toList();
    }
}
