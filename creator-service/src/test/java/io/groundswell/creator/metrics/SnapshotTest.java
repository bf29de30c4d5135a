package io.groundswell.creator.metrics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SnapshotTest {

    @Test
    void anImportThatChangesFiguresLeavesWhatWasAndWhatIs() {
        // Given
        Api api = Api.of("snapshot-import");
        api.importLines(line(4200, "2026-05-01T00:00:00Z"));
        api.importLines(line(4200, "2026-05-02T00:00:00Z"));

        // When
        api.importLines(line(4300, "2026-05-03T00:00:00Z"));

        // Then
        String id = api.list("").extract().path("items[0].id");
        list(api, id, "").body("items.followers", contains(4300, 4200), "items.observedAt",
                contains("2026-05-03T00:00:00Z", "2026-05-02T00:00:00Z"), "items[0].source", equalTo("IMPORT"),
                "items[1].source", equalTo(null));
    }

    @Test
    void figuresThatNeverChangedAreTheHistory() {
        // Given
        Api api = Api.of("snapshot-first");

        // When
        api.importLines(line(4200, "2026-05-01T00:00:00Z"), "{\"network\":\"X\",\"handle\":\"nothing.told\"}");

        // Then
        String told = api.list("network=INSTAGRAM").extract().path("items[0].id");
        String untold = api.list("network=X").extract().path("items[0].id");
        list(api, told, "").body("items.followers", contains(4200), "items.observedAt", contains("2026-05-01T00:00:00Z"));
        list(api, untold, "").body("items", empty());
    }

    @Test
    void everyStepWithinOneBatchIsKept() {
        // Given
        Api api = Api.of("snapshot-batch");

        // When
        api.importLines(line(100, "2026-05-01T00:00:00Z"), line(200, "2026-05-02T00:00:00Z"),
                line(300, "2026-05-03T00:00:00Z"), line(250, "2026-05-02T12:00:00Z"));

        // Then
        String id = api.list("").extract().path("items[0].id");
        list(api, id, "").body("items.followers", contains(300, 200, 100));
    }

    @Test
    void aSnapshotMovesTheAccountAndItsTierForward() {
        // Given
        Api api = Api.of("snapshot-add");
        String id = api.add("mila", 4200);
        String tag = api.tag(id);

        // When
        ValidatableResponse added = add(api, id, """
                {"source": "Graph API", "followers": 12000, "posts": 9,
                 "engagement": {"posts": 12, "likes": 1834, "comments": 210}}""");

        // Then
        added.statusCode(201).body("followers", equalTo(12_000), "source", equalTo("Graph API"), "engagement.likes",
                equalTo(1834));
        api.creator(id).body("accounts[0].followers", equalTo(12_000), "tier.tier", equalTo("MICRO"));
        list(api, id, "").body("items.followers", contains(12_000, 4200));
        api.request().header("If-Match", tag).body("{}").patch("/v1/creators/{id}", id).then().statusCode(412);
        api.request().get("/v1/events").then().body("type", hasItem("creator.tier-changed"));
    }

    @Test
    void historyGoesForwardOnly() {
        // Given
        Api api = Api.of("snapshot-travel");
        api.importLines(line(4200, "2026-05-02T00:00:00Z"));
        String id = api.list("").extract().path("items[0].id");

        // When
        var earlier = add(api, id, "{\"source\":\"s\",\"followers\":1,\"observedAt\":\"2026-05-01T00:00:00Z\"}");

        // Then
        earlier.statusCode(422).body("errors[0].pointer", equalTo("#/observedAt"), "errors[0].code",
                equalTo("earlier-than-known"));
        add(api, id, "{\"source\":\"s\",\"followers\":1,\"observedAt\":\"2999-01-01T00:00:00Z\"}").statusCode(422)
                .body("errors[0].code", equalTo("in-the-future"));
        add(api, id, "{\"source\":\"s\",\"followers\":2,\"observedAt\":\"2026-05-03T00:00:00Z\"}").statusCode(201);
        add(api, id, "{\"source\":\"s\",\"followers\":3,\"observedAt\":\"2026-05-03T00:00:00Z\"}").statusCode(409);
        api.creator(id).body("accounts[0].followers", equalTo(2));
    }

    @Test
    void absurdFiguresAreRefusedByName() {
        // Given
        Api api = Api.of("snapshot-bad");
        String id = api.add("mila", 4200);

        // When
        var refused = add(api, id, "{\"source\":\"s\",\"followers\":-1}");

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo("#/followers"));
        add(api, id, "{\"source\":\"s\"}").statusCode(422).body("errors[0].code", equalTo("empty"));
        add(api, id, "{\"followers\":5}").statusCode(422).body("errors[0].pointer", equalTo("#/source"));
        add(api, id, "{\"source\":\"a\\nb\",\"followers\":5}").statusCode(422);
        add(api, id, "{\"source\":\"s\",\"followers\":9223372036854775807}").statusCode(422);
        add(api, id, "{\"source\":\"s\",\"engagement\":{\"posts\":0,\"likes\":5}}").statusCode(422)
                .body("errors[0].pointer", equalTo("#/engagement/posts"));
        list(api, id, "").body("items", hasSize(1));
    }

    @Test
    void theSameKeyAddsOneSnapshot() {
        // Given
        Api api = Api.of("snapshot-key");
        String id = api.add("mila", 4200);
        String body = "{\"source\":\"s\",\"followers\":5000}";
        add(api, id, body, "k1").statusCode(201);

        // When
        var again = add(api, id, body, "k1");

        // Then
        again.statusCode(201).header("Idempotent-Replayed", "true");
        list(api, id, "").body("items.followers", contains(5000, 4200));
    }

    @Test
    void whoOptedOutIsNotFollowed() {
        // Given
        Api api = Api.of("snapshot-out");
        String id = api.add("mila", 4200);
        api.request().header("If-Match", api.tag(id)).body("{\"stage\":\"OPTED_OUT\"}").post("/v1/creators/{id}/stage", id)
                .then().statusCode(200);

        // When
        var refused = add(api, id, "{\"source\":\"s\",\"followers\":5}");

        // Then
        refused.statusCode(409).body("code", equalTo("wrong-creator-stage"));
    }

    @Test
    void historyIsReadInPages() {
        // Given
        Api api = Api.of("snapshot-pages");
        api.importLines(line(1, "2026-05-01T00:00:00Z"), line(2, "2026-05-02T00:00:00Z"), line(3, "2026-05-03T00:00:00Z"));
        String id = api.list("").extract().path("items[0].id");

        // When
        String next = list(api, id, "?limit=2").body("items.followers", contains(3, 2)).extract().path("page.next");

        // Then
        String prev = list(api, id, "?limit=2&cursor=" + next).body("items.followers", contains(1), "page.next",
                equalTo(null)).extract().path("page.prev");
        list(api, id, "?limit=2&cursor=" + prev).body("items.followers", contains(3, 2));
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        // Given
        Api api = Api.of("snapshot-mine");
        String id = api.add("mila", 4200);
        String path = path(api, id);
        Api stranger = Api.of("snapshot-stranger");

        // When
        var read = stranger.request().get(path).then();

        // Then
        read.statusCode(404);
        stranger.request().body("{\"source\":\"s\",\"followers\":5}").post(path).then().statusCode(404);
        String other = api.add("noor", 10);
        api.request().get(path.replace(id, other)).then().statusCode(404);
    }

    private static String line(long followers, String observedAt) {
        return "{\"network\":\"INSTAGRAM\",\"handle\":\"mila\",\"followers\":%d,\"observedAt\":\"%s\"}"
                .formatted(followers, observedAt);
    }

    private static ValidatableResponse list(Api api, String id, String query) {
        return api.request().get(path(api, id) + query).then().statusCode(200);
    }

    private static ValidatableResponse add(Api api, String id, String body) {
        return api.request().body(body).post(path(api, id)).then();
    }

    private static ValidatableResponse add(Api api, String id, String body, String key) {
        return api.request().header("Idempotency-Key", key).body(body).post(path(api, id)).then();
    }

    private static String path(Api api, String id) {
        String account = api.creator(id).extract().path("accounts[0].id");
        return "/v1/creators/" + id + "/accounts/" + account + "/snapshots";
    }
}
