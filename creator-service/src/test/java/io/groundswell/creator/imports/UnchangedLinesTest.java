package io.groundswell.creator.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** A line that was told before is passed over only while it would change nothing. */
@QuarkusTest
class UnchangedLinesTest {

    @Test
    void aLineIsTakenAgainAfterSomebodyChangedTheCreator() {
        // Given
        Api api = Api.of("unchanged-revised");
        String line = "{\"network\":\"X\",\"handle\":\"mila\",\"kind\":\"CUSTOMER\"}";
        String id = api.importLines(line).getFirst().getString("creatorId");
        api.request().header("If-Match", api.tag(id))
                .body("{\"kind\":\"EXTERNAL\"}")
                .patch("/v1/creators/{id}", id).then().statusCode(200);

        // When
        List<JsonPath> report = api.importLines(line);

        // Then
        assertEquals(List.of("UPDATED"), Api.outcomes(report));
        api.creator(id).body("kind", equalTo("CUSTOMER"));
    }

    @Test
    void aLineIsTakenAgainAfterAnotherToldMore() {
        // Given
        Api api = Api.of("unchanged-told");
        String line = "{\"network\":\"X\",\"handle\":\"mila\",\"followers\":100}";
        api.importLines(line);
        api.importLines("{\"network\":\"X\",\"handle\":\"mila\",\"followers\":120}");

        // When
        List<JsonPath> report = api.importLines(line, "{\"network\":\"X\",\"handle\":\"other\"}");

        // Then
        assertEquals(List.of("UPDATED", "CREATED"), Api.outcomes(report));
        api.list("sort=-followers").body("items[0].accounts[0].followers", equalTo(100));
    }

    @Test
    void aLineIsTakenAgainAfterItsHandleWentToAnother() {
        // Given
        Api api = Api.of("unchanged-handle");
        String line = "{\"network\":\"X\",\"userId\":\"1\",\"handle\":\"mila\"}";
        api.importLines(line);
        api.importLines("{\"network\":\"X\",\"userId\":\"2\",\"handle\":\"mila\"}");

        // When
        List<JsonPath> report = api.importLines(line.replace("}", ",\"observedAt\":\"2020-01-01T00:00:00Z\"}"),
                "{\"network\":\"X\",\"userId\":\"2\",\"handle\":\"mila\"}");

        // Then
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), Api.outcomes(report));
        api.list("limit=2").body("items.accounts.flatten().userId.sort()", equalTo(List.of("1", "2")));
    }

    @Test
    void whoOptedOutIsToldSoForTheSameLineToo() {
        // Given
        Api api = Api.of("unchanged-out");
        String line = "{\"network\":\"X\",\"handle\":\"mila\"}";
        String id = api.importLines(line).getFirst().getString("creatorId");
        api.request().header("If-Match", api.tag(id)).body("{\"stage\":\"OPTED_OUT\"}").post("/v1/creators/{id}/stage", id)
                .then()
                .statusCode(200);

        // When
        List<JsonPath> report = api.importLines(line);

        // Then
        assertEquals(List.of("opted-out"), Api.each(report, "code"));
    }

    @Test
    void linesThatContradictEachOtherAreTakenInOrderEachTime() {
        // Given
        Api api = Api.of("unchanged-contradiction");
        String lines = """
                {"network":"X","handle":"mila","followers":100}
                {"network":"X","handle":"mila","followers":120}
                """;
        api.importLines(lines);

        // When
        List<JsonPath> again = api.importLines(lines);

        // Then
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), Api.outcomes(again));
        api.list("").body("items[0].accounts[0].followers", equalTo(120));
    }
}
