package io.groundswell.creator.scoring;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ScoreModelTest {
    private static final String MODEL = """
            {"version": "%s", "validFrom": "%s", "source": "Ours, after 40 campaigns", "formula": "additive-1", "features": [
             {"feature": "KEYWORDS", "weight": 10, "fullAt": 3}, {"feature": "LANGUAGES", "weight": 0, "fullAt": 1},
             {"feature": "COUNTRIES", "weight": 0, "fullAt": 1}, {"feature": "TIERS", "weight": 0.5, "fullAt": 1},
             {"feature": "NETWORKS", "weight": 0, "fullAt": 1}, {"feature": "ENGAGEMENT", "weight": 20, "fullAt": 1.5},
             {"feature": "TOPICS", "weight": 70, "fullAt": 1}]}""";

    @Test
    void everybodysModelIsPublishedWithItsSourceAndDigest() {
        // Given
        Api api = Api.of("model-everybody");

        // When
        var model = api.request().get("/v1/score-models/fit-2026-1").then();

        // Then
        model.statusCode(200).body("own", equalTo(false), "validFrom", equalTo("2026-01-01"), "features.feature",
                contains("TOPICS", "LANGUAGES", "COUNTRIES", "TIERS", "NETWORKS", "ENGAGEMENT", "KEYWORDS"), "digest",
                equalTo(CanonicalJson.digest(WorkedExample.MODEL)), "source", equalTo(WorkedExample.MODEL.source()));
    }

    @Test
    void aWorkspacesOwnModelIsTakenFromItsFirstDay() {
        // Given
        Api api = Api.of("model-own");
        String before = profile(api, "fit-2026-1");

        // When
        api.request().body(MODEL.formatted("own-1", "2026-02-01")).post("/v1/score-models").then().statusCode(201)
                .header("Location", equalTo("/v1/score-models/own-1"))
                .body("own", equalTo(true), "features[5].fullAt", equalTo(1.5f));

        // Then
        profile(api, "own-1");
        api.request().body(MODEL.formatted("own-2", "2999-01-01")).post("/v1/score-models").then().statusCode(201);
        profile(api, "own-1");
        api.request().get("/v1/customer-profiles/{id}", before).then().body("model", equalTo("fit-2026-1"));
        api.request().header("If-Match", "*").body("{}").patch("/v1/customer-profiles/{id}", before).then().statusCode(200)
                .body("model", equalTo("own-1"), "version", equalTo(1));
        profile(Api.of("model-other"), "fit-2026-1");
    }

    @Test
    void modelsAreListedTheLatestFirst() {
        // Given
        Api api = Api.of("model-list");
        api.request().body(MODEL.formatted("own-1", "2026-02-01")).post("/v1/score-models").then().statusCode(201);
        api.request().body(MODEL.formatted("own-2", "2025-02-01")).post("/v1/score-models").then().statusCode(201);
        var first = api.request().get("/v1/score-models?limit=2").then().statusCode(200)
                .body("items.version", contains("own-1", "fit-2026-1")).extract().jsonPath();

        // When
        var second = api.request().queryParam("cursor", first.getString("page.next")).get("/v1/score-models?limit=2").then();

        // Then
        String prev = second.statusCode(200).body("items.version", contains("own-2"), "page.next", equalTo(null)).extract()
                .path("page.prev");
        api.request().queryParam("cursor", prev).get("/v1/score-models?limit=2").then().body("items.version",
                contains("own-1", "fit-2026-1"));
        Api.of("model-list-other").request().get("/v1/score-models").then().body("items", hasSize(1));
    }

    @Test
    void aVersionNeverChanges() {
        // Given
        Api api = Api.of("model-fixed");
        api.request().body(MODEL.formatted("own-1", "2026-02-01")).post("/v1/score-models").then().statusCode(201);

        // When
        var again = api.request().body(MODEL.formatted("own-1", "2026-03-01")).post("/v1/score-models").then();

        // Then
        again.statusCode(409).body("code", equalTo("conflict"));
        api.request().body(MODEL.formatted("fit-2026-1", "2026-03-01")).post("/v1/score-models").then().statusCode(409);
        api.request().get("/v1/score-models/own-1").then().body("validFrom", equalTo("2026-02-01"));
        Api.of("model-stranger").request().get("/v1/score-models/own-1").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "weight": 10,        | "weight": -1,          | #/features/0/weight | out-of-range
            "fullAt": 3          | "fullAt": 2.5          | #/features/0/fullAt | no-whole-number
            "fullAt": 3          | "fullAt": 0            | #/features/0/fullAt | out-of-range
            "feature": "TOPICS"  | "feature": "TIERS"     | #/features/6        | repeated
            "formula": "additive | "formula": "neural     | #/formula           | unknown-formula
            "version": "own-1"   | "version": "a b"       | #/version           | invalid-name
            2026-02-01           | 0001-02-01             | #/validFrom         | out-of-range
            """)
    void badModelsNameTheirPlace(String right, String wrong, String pointer, String code) {
        // Given
        String body = MODEL.formatted("own-1", "2026-02-01").replace(right, wrong);

        // When
        var refused = Api.of("model-bad").request().body(body).post("/v1/score-models").then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
    }

    private static String profile(Api api, String model) {
        return api.request().body("{\"name\": \"A\", \"criteria\": {\"topics\": [\"coffee\"]}}").post("/v1/customer-profiles")
                .then().statusCode(201).body("model", equalTo(model)).extract().path("id");
    }
}
