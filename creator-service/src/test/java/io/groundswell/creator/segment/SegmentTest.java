package io.groundswell.creator.segment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SegmentTest {
    private static final String NANO = """
            {"name": "Small ones", "criteria": {"tier": ["NANO"], "sort": "-followers"}}""";

    @Test
    void whoeverFitsBelongsToIt() {
        // Given
        Api api = Api.of("segment-live");
        String first = api.add("first", 100);
        api.add("large", 5_000_000);
        String segment = keep(api, NANO).statusCode(201).extract().path("id");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> creators(api, segment).body("items.id", contains(first)));

        // When
        String second = api.add("second", 200);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> creators(api, segment).body("items.id", contains(second, first)));
        api.request().get("/v1/segments/{id}/creators?facets=tier&total=true&limit=1", segment).then().statusCode(200)
                .body("total", equalTo(2), "items", hasSize(1), "facets.tier.value", containsInAnyOrder("NANO", "MEGA"));
    }

    @Test
    void aSegmentIsKeptRevisedAndDeleted() {
        // Given
        Api api = Api.of("segment-life");
        var kept = keep(api, NANO).statusCode(201).body("criteria.tier", contains("NANO"), "version", equalTo(0)).extract();
        String id = kept.path("id");
        String tag = kept.header("ETag");

        // When
        var revised = api.request().header("If-Match", tag)
                .body("{\"criteria\": {\"tier\": null, \"q\": \"coffee\", \"sort\": null}}").patch("/v1/segments/{id}", id)
                .then();

        // Then
        revised.statusCode(200)
                .body("name", equalTo("Small ones"), "criteria.q", equalTo("coffee"), "criteria.tier", equalTo(null),
                        "version", equalTo(1))
                .header("ETag", not(equalTo(tag)));
        api.request().header("If-Match", tag).delete("/v1/segments/{id}", id).then().statusCode(412);
        api.request().delete("/v1/segments/{id}", id).then().statusCode(428);
        api.request().get("/v1/segments").then().statusCode(200).body("items.id", contains(id));
        api.request().header("If-Match", "*").delete("/v1/segments/{id}", id).then().statusCode(204);
        api.request().get("/v1/segments/{id}", id).then().statusCode(404);
        api.request().get("/v1/segments/{id}/creators", id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"criteria\": {}}|#/name",
            "{\"name\": \"a\"}|#/criteria",
            "{\"name\": \" \", \"criteria\": {}}|#/name",
            "{\"name\": \"a\", \"criteria\": {\"tier\": [\"HUGE\"]}}|#/criteria/tier/0",
            "{\"name\": \"a\", \"criteria\": {\"colour\": \"blue\"}}|#/criteria/colour",
            "{\"name\": \"a\", \"criteria\": {\"sort\": \"relevance\"}}|#/criteria/sort",
            "{\"name\": \"a\", \"criteria\": {\"q\": \"\\ud800\"}}|#/criteria/q",
            "{\"name\": \"a\", \"criteria\": {\"country\": [null]}}|#/criteria/country"})
    void whatCannotBeSearchedForCannotBeKept(String draft, String pointer) {
        // Given
        Api api = Api.of("segment-bad");

        // When
        var refused = keep(api, draft);

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anotherWorkspaceSeesNone() {
        // Given
        String id = keep(Api.of("segment-mine"), NANO).statusCode(201).extract().path("id");
        Api stranger = Api.of("segment-stranger");

        // When
        var answer = stranger.request().get("/v1/segments/{id}", id).then();

        // Then
        answer.statusCode(404);
        stranger.request().get("/v1/segments/{id}/creators", id).then().statusCode(404);
        stranger.request().header("If-Match", "*").delete("/v1/segments/{id}", id).then().statusCode(404);
        stranger.request().get("/v1/segments").then().body("items", hasSize(0));
    }

    private static ValidatableResponse keep(Api api, String draft) {
        return api.request().body(draft).post("/v1/segments").then();
    }

    private static ValidatableResponse creators(Api api, String segment) {
        return api.request().get("/v1/segments/{id}/creators", segment).then().statusCode(200);
    }
}
