package io.groundswell.creator.scoring;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class CustomerProfileTest {
    private static final String DRAFT = """
            {"name": "Filter coffee", "criteria": {"topics": ["tea", "coffee", "tea"], "languages": ["PT-br"],
             "countries": ["nl"], "tiers": ["NANO"], "networks": ["TIKTOK"], "engagementFloor": 0.020,
             "keywords": ["Latte Art"]}, "weights": {"topics": 50}}""";

    @Test
    void aProfileIsKeptInOneForm() {
        // Given
        Api api = Api.of("profile-create");

        // When
        var created = api.request().body(DRAFT).post("/v1/customer-profiles").then();

        // Then
        String id = created.statusCode(201).extract().path("id");
        created.header("Location", equalTo("/v1/customer-profiles/" + id)).header("ETag", "\"" + id + ".0\"")
                .body("criteria.topics", contains("coffee", "tea"), "criteria.languages", contains("pt-BR"),
                        "criteria.countries", contains("NL"), "criteria.keywords", contains("latte art"),
                        "criteria.engagementFloor", equalTo(0.02f), "weights.topics", equalTo(50), "model",
                        equalTo("fit-2026-1"), "points[0].feature", equalTo("TOPICS"), "points[0].points",
                        equalTo(points("41.666667")), "points", hasSize(7), "version", equalTo(0));
        assertEquals(created.extract().asString(),
                api.request().get("/v1/customer-profiles/{id}", id).then().statusCode(200).extract().asString());
        api.request().header("If-None-Match", created.extract().header("ETag")).get("/v1/customer-profiles/{id}", id).then()
                .statusCode(304);
    }

    @Test
    void aChangeMakesAVersionAndKeepsTheFormer() {
        // Given
        Api api = Api.of("profile-revise");
        String id = create(api);

        // When
        var revised = patch(api, id, "\"" + id + ".0\"", """
                {"name": "Tea", "criteria": {"topics": ["tea"], "engagementFloor": null}, "weights": {"topics": null}}""");

        // Then
        revised.statusCode(200).header("ETag", "\"" + id + ".1\"").body("name", equalTo("Tea"), "criteria.topics",
                contains("tea"), "criteria.engagementFloor", equalTo(null), "criteria.tiers", contains("NANO"), "version",
                equalTo(1));
        api.request().get("/v1/customer-profiles/{id}/versions/0", id).then().statusCode(200).body("name",
                equalTo("Filter coffee"), "criteria.topics", contains("coffee", "tea"), "weights.topics", equalTo(50),
                "model.version", equalTo("fit-2026-1"), "model.features", hasSize(7));
        api.request().get("/v1/customer-profiles/{id}/versions/1", id).then().statusCode(200).body("name", equalTo("Tea"));
        api.request().get("/v1/customer-profiles/{id}/versions/2", id).then().statusCode(404);
    }

    @Test
    void aChangeNeedsTheVersionItIsBasedOn() {
        // Given
        Api api = Api.of("profile-match");
        String id = create(api);
        patch(api, id, "\"" + id + ".0\"", "{\"name\": \"Tea\"}").statusCode(200);

        // When
        var stale = patch(api, id, "\"" + id + ".0\"", "{\"name\": \"Cocoa\"}");

        // Then
        stale.statusCode(412).header("ETag", "\"" + id + ".1\"");
        api.request().body("{\"name\": \"Cocoa\"}").patch("/v1/customer-profiles/{id}", id).then().statusCode(428);
        api.request().delete("/v1/customer-profiles/{id}", id).then().statusCode(428);
        api.request().get("/v1/customer-profiles/{id}", id).then().body("name", equalTo("Tea"));
    }

    @Test
    void ofChangesAtTheSameTimeOneHolds() throws Exception {
        // Given
        Api api = Api.of("profile-race");
        String id = create(api);
        List<Callable<Integer>> changes = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> () -> patch(api, id, "\"" + id + ".0\"", "{\"name\": \"Name " + i + "\"}")
                        .extract().statusCode())
                .toList();
        List<Integer> statuses;

        // When
        try (var threads = Executors.newFixedThreadPool(6)) {
            statuses = threads.invokeAll(changes).stream().map(java.util.concurrent.Future::resultNow).sorted().toList();
        }

        // Then
        assertEquals(List.of(200, 412, 412, 412, 412, 412), statuses);
        api.request().get("/v1/customer-profiles/{id}/versions/1", id).then().statusCode(200);
    }

    @Test
    void theSameRequestHasNoSecondEffect() {
        // Given
        Api api = Api.of("profile-once");
        String id = api.request().header("Idempotency-Key", "one").body(DRAFT).post("/v1/customer-profiles").then()
                .statusCode(201).extract().path("id");

        // When
        var again = api.request().header("Idempotency-Key", "one").body(DRAFT).post("/v1/customer-profiles").then();

        // Then
        again.statusCode(201).header("Idempotent-Replayed", "true").body("id", equalTo(id));
        api.request().get("/v1/customer-profiles").then().body("items", hasSize(1));
    }

    @Test
    void whatIsDeletedIsGoneButItsVersionsAreNot() {
        // Given
        Api api = Api.of("profile-delete");
        String id = create(api);

        // When
        api.request().header("If-Match", "\"" + id + ".0\"").delete("/v1/customer-profiles/{id}", id).then().statusCode(204);

        // Then
        api.request().get("/v1/customer-profiles/{id}", id).then().statusCode(404);
        api.request().header("If-Match", "*").delete("/v1/customer-profiles/{id}", id).then().statusCode(404);
        patch(api, id, "*", "{}").statusCode(404);
        api.request().get("/v1/customer-profiles").then().statusCode(200).body("items", hasSize(0));
        api.request().get("/v1/customer-profiles/{id}/versions/0", id).then().statusCode(200);
    }

    @Test
    void pagesAreWalkedInBothDirections() {
        // Given
        Api api = Api.of("profile-pages");
        List<String> ids = IntStream.range(0, 3).mapToObj(_ -> create(api)).toList();
        var first = api.request().get("/v1/customer-profiles?limit=2").then().statusCode(200)
                .body("items.id", contains(ids.get(2), ids.get(1)), "page.prev", equalTo(null)).extract().jsonPath();

        // When
        var second = api.request().queryParam("cursor", first.getString("page.next")).get("/v1/customer-profiles?limit=2")
                .then().statusCode(200).body("items.id", contains(ids.get(0)), "page.next", equalTo(null)).extract().jsonPath();

        // Then
        api.request().queryParam("cursor", second.getString("page.prev")).get("/v1/customer-profiles?limit=2").then()
                .statusCode(200).body("items.id", contains(ids.get(2), ids.get(1)));
        Api.of("profile-other").request().queryParam("cursor", first.getString("page.next")).get("/v1/customer-profiles")
                .then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"criteria": {"topics": ["coffee"]}}                                              | #/name                     | required
            {"name": "A"}                                                                     | #/criteria                 | required
            {"name": "A", "criteria": {}}                                                     | #/criteria                 | required
            {"name": "A", "criteria": {"topics": []}}                                         | #/criteria                 | required
            {"name": "A", "criteria": {"topics": ["No such"]}}                                | #/criteria/topics/0        | invalid-topic
            {"name": "A", "criteria": {"topics": ["religion"]}}                               | #/criteria/topics/0        | unknown-topic
            {"name": "A", "criteria": {"topics": [null]}}                                     | #/criteria/topics/0        | required
            {"name": "A", "criteria": {"languages": ["en", "?"]}}                             | #/criteria/languages/1     | invalid-language
            {"name": "A", "criteria": {"countries": ["XX"]}}                                  | #/criteria/countries/0     | invalid-country
            {"name": "A", "criteria": {"tiers": ["HUGE"]}}                                    | #/criteria/tiers/0         | wrong-type
            {"name": "A", "criteria": {"engagementFloor": 0}}                                 | #/criteria/engagementFloor | out-of-range
            {"name": "A", "criteria": {"engagementFloor": -1}}                                | #/criteria/engagementFloor | out-of-range
            {"name": "A", "criteria": {"engagementFloor": 1e999999999}}                       | #/criteria/engagementFloor | out-of-range
            {"name": "A", "criteria": {"engagementFloor": 1e-999999999}}                      | #/criteria/engagementFloor | too-precise
            {"name": "A", "criteria": {"engagementFloor": 0.0000001}}                         | #/criteria/engagementFloor | too-precise
            {"name": "A", "criteria": {"keywords": [" "]}}                                    | #/criteria/keywords/0      | invalid-keyword
            {"name": "A", "criteria": {"keywords": ["\\ud800"]}}                              | #/criteria/keywords/0      | unpaired-surrogate
            {"name": "A", "criteria": {"keywords": ["a"]}, "weights": {"keywords": 0}}        | #/weights                  | no-weight
            {"name": "A", "criteria": {"keywords": ["a"]}, "weights": {"keywords": 1001}}     | #/weights/keywords         | out-of-range
            {"name": "A", "criteria": {"keywords": ["a"], "religion": ["any"]}}               | #/criteria/religion        | unknown-field
            """)
    void badBodiesNameTheirPlace(String body, String pointer, String code) {
        // Given
        Api api = Api.of("profile-bad");

        // When
        var refused = api.request().body(body).post("/v1/customer-profiles").then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
    }

    @Test
    void tooManyValuesAreRefused() {
        // Given
        Api api = Api.of("profile-many");
        String many = String.join("\",\"", IntStream.range(0, 51).mapToObj(i -> "word" + i).toList());

        // When
        var refused = api.request().body("{\"name\": \"A\", \"criteria\": {\"keywords\": [\"" + many + "\"]}}")
                .post("/v1/customer-profiles").then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", endsWith("/keywords"));
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        // Given
        String id = create(Api.of("profile-mine"));
        Api stranger = Api.of("profile-stranger");

        // When
        var read = stranger.request().get("/v1/customer-profiles/{id}", id).then();

        // Then
        read.statusCode(404).body("code", equalTo("not-found"));
        stranger.request().get("/v1/customer-profiles/{id}/versions/0", id).then().statusCode(404);
        patch(stranger, id, "*", "{}").statusCode(404);
        stranger.request().header("If-Match", "*").delete("/v1/customer-profiles/{id}", id).then().statusCode(404);
        stranger.request().get("/v1/customer-profiles").then().body("items", hasSize(0));
        Api.of("profile-mine", "creators:read").request().body(DRAFT).post("/v1/customer-profiles").then().statusCode(403);
    }

    private static String create(Api api) {
        return api.request().body(DRAFT).post("/v1/customer-profiles").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse patch(Api api, String id, String ifMatch, String patch) {
        return api.request().header("If-Match", ifMatch).body(patch).patch("/v1/customer-profiles/{id}", id).then();
    }

    /** As the JSON reader of the tests gives decimals. */
    private static Float points(String decimal) {
        return Float.valueOf(decimal);
    }
}
