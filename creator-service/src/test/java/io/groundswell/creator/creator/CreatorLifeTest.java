package io.groundswell.creator.creator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CreatorLifeTest {

    @Test
    void aCreatorHasTheTierOfTheLargestAccount() {
        // Given
        Api api = Api.of("life-tier");

        // When
        String id = api.request()
                .body("""
                        {"kind": "CUSTOMER", "accounts": [
                         {"network": "INSTAGRAM", "handle": "@Mila.Pours", "displayName": "Mila", "followers": 4200, "country": "nl"},
                         {"network": "YOUTUBE", "handle": "milapours", "userId": "UC42", "followers": 10000,
                          "bio": " ", "hasPicture": true, "joinedAt": "2020-01-02T03:04:05.1234567Z", "website": "https://Müller.example:443/shop/"}]}""")
                .post("/v1/creators").then().statusCode(201).extract().path("id");

        // Then
        api.creator(id).body("displayName", equalTo("Mila"), "stage", equalTo("DISCOVERED"), "discoveredVia",
                equalTo("CUSTOMER"), "tier.tier", equalTo("MICRO"), "tier.scheme", equalTo("standard-2021"), "tier.certain",
                equalTo(false), "accounts.network", contains("YOUTUBE", "INSTAGRAM"), "accounts.tier",
                contains("MICRO", "NANO"), "accounts[1].handle", equalTo("Mila.Pours"), "accounts[1].country", equalTo("NL"),
                "accounts[1].website",
                equalTo(null), "accounts[1].bio", equalTo(null), "accounts[0].bio", equalTo(""), "accounts[0].hasPicture",
                equalTo(true),
                "accounts[0].joinedAt",
                equalTo("2020-01-02T03:04:05.123456Z"), "accounts[0].website",
                equalTo("https://xn--mller-kva.example/shop/"));
        api.request().get("/v1/events").then().body("type", contains("creator.created"), "[0].data.accounts", hasSize(2));
    }

    @Test
    void anAccountBelongsToOneCreator() {
        // Given
        Api api = Api.of("life-twice");
        String id = api.add("mila", 100);

        // When
        var answer = api.request().body("""
                {"accounts": [{"network": "TIKTOK", "handle": "mila"}, {"network": "INSTAGRAM", "handle": "@MILA"}]}""")
                .post("/v1/creators").then();

        // Then
        answer.statusCode(409).body("code", equalTo("account-already-known"), "errors[0].pointer", equalTo("#/accounts/1"),
                "errors[0].detail", containsString(id));
        api.list("").body("items", hasSize(1));
    }

    @Test
    void theSameKeyAddsOneCreator() {
        // Given
        Api api = Api.of("life-idempotent");
        String body = "{\"accounts\": [{\"network\": \"X\", \"handle\": \"mila\"}]}";
        String first = api.request().header("Idempotency-Key", "k1").body(body).post("/v1/creators").then().statusCode(201)
                .extract().path("id");

        // When
        var again = api.request().header("Idempotency-Key", "k1").body(body).post("/v1/creators").then();

        // Then
        again.statusCode(201).header("Idempotent-Replayed", "true").body("id", equalTo(first));
    }

    @Test
    void anUnchangedCreatorIsNotSentAgain() {
        // Given
        Api api = Api.of("life-304");
        String id = api.add("mila", 100);

        // When
        var answer = api.request().header("If-None-Match", api.tag(id)).get("/v1/creators/{id}", id).then();

        // Then
        answer.statusCode(304);
    }

    @Test
    void aChangeNamesTheVersionItIsBasedOn() {
        // Given
        Api api = Api.of("life-patch");
        String id = api.add("mila", 100);
        String tag = api.tag(id);

        // When
        var changed = api.request().contentType("application/merge-patch+json;charset=UTF-8").header("If-Match", tag)
                .body("{\"displayName\": \"Mila of the harbour\"}").patch("/v1/creators/{id}", id).then();

        // Then
        changed.statusCode(200).body("displayName", equalTo("Mila of the harbour"), "kind", equalTo("EXTERNAL"), "version",
                equalTo(1), "accounts", hasSize(1));
        api.request().header("If-Match", tag).body("{}").patch("/v1/creators/{id}", id).then().statusCode(412);
        api.request().body("{}").patch("/v1/creators/{id}", id).then().statusCode(428);
    }

    @Test
    void tagsAreWordsWhateverTheirCase() {
        // Given
        Api api = Api.of("life-tags");
        String id = api.request().body("""
                {"tags": ["VIP", "ｖｉｐ", " harbour "], "accounts": [{"network": "X", "handle": "mila"}]}""")
                .post("/v1/creators").then().statusCode(201).body("tags", contains("harbour", "vip")).extract().path("id");

        // When
        var changed = api.request().header("If-Match", api.tag(id)).body("{\"tags\": [\"Été\", \"咖啡\"]}")
                .patch("/v1/creators/{id}", id).then();

        // Then
        changed.statusCode(200).body("tags", contains("été", "咖啡"));
        api.importLines("{\"network\":\"X\",\"handle\":\"mila\",\"followers\":9}");
        api.creator(id).body("tags", contains("été", "咖啡"), "accounts[0].followers", equalTo(9));
        api.request().header("If-Match", "*").body("{\"tags\": null}").patch("/v1/creators/{id}", id).then().statusCode(200)
                .body("tags", hasSize(0));
        api.request().header("If-Match", "*").body("{\"tags\": [\"ok\", \" \"]}").patch("/v1/creators/{id}", id).then()
                .statusCode(422).body("errors[0].pointer", equalTo("#/tags/1"), "errors[0].code", equalTo("required"));
        api.request().header("If-Match", "*").body("{\"tags\": [null]}").patch("/v1/creators/{id}", id).then()
                .statusCode(422).body("errors[0].pointer", equalTo("#/tags/0"));
        String many = IntStream.rangeClosed(0, 50).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
        api.request().header("If-Match", "*").body("{\"tags\": [" + many + "]}").patch("/v1/creators/{id}", id).then()
                .statusCode(422).body("errors[0].code", equalTo("out-of-range"));
    }

    @Test
    void aPatchIsCheckedLikeAForm() {
        // Given
        Api api = Api.of("life-patch-bad");
        String id = api.add("mila", 100);
        String tag = api.tag(id);

        // When
        var refused = api.request().header("If-Match", tag).body("{\"displayName\": null}").patch("/v1/creators/{id}", id)
                .then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo("#/displayName"), "errors[0].code", equalTo("required"));
        api.request().header("If-Match", tag).body("{\"followers\": 5}").patch("/v1/creators/{id}", id).then().statusCode(422);
    }

    @Test
    void aRelationshipGoesStepByStep() {
        // Given
        Api api = Api.of("life-stage");
        String id = api.add("mila", 100);

        // When
        stage(api, id, "CONTACTED").statusCode(200);
        stage(api, id, "ENGAGED").statusCode(200);

        // Then
        stage(api, id, "DISCOVERED").statusCode(409).body("code", equalTo("wrong-creator-stage"));
        stage(api, id, "ERASED").statusCode(422).body("errors[0].code", equalTo("not-by-stage-change"));
        api.creator(id).body("stage", equalTo("ENGAGED"));
    }

    @Test
    void whoOptsOutIsToldToAllAndNotFollowed() {
        // Given
        Api api = Api.of("life-opt-out");
        String id = api.add("mila", 100);
        stage(api, id, "OPTED_OUT").statusCode(200);

        // When
        var report = api.importLines("{\"network\":\"INSTAGRAM\",\"handle\":\"mila\",\"followers\":999}");

        // Then
        org.junit.jupiter.api.Assertions.assertEquals("opted-out", report.getFirst().getString("code"));
        api.creator(id).body("accounts[0].followers", equalTo(100));
        api.request().get("/v1/events").then().body("type", contains("creator.created", "creator.opted-out"));
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        // Given
        String id = Api.of("life-mine").add("mila", 100);
        Api stranger = Api.of("life-stranger");

        // When
        var read = stranger.request().get("/v1/creators/{id}", id).then();

        // Then
        read.statusCode(404).body("code", equalTo("not-found"));
        stranger.request().header("If-Match", "*").body("{}").patch("/v1/creators/{id}", id).then().statusCode(404);
        stranger.request().header("If-Match", "*").body("{\"stage\":\"CONTACTED\"}").post("/v1/creators/{id}/stage", id).then()
                .statusCode(404);
        stranger.list("").body("items", hasSize(0));
        stranger.request().get("/v1/events").then().body("$", hasSize(0));
        stranger.add("mila", 7);
    }

    @Test
    void badBodiesNameEveryPlace() {
        // Given
        Api api = Api.of("life-bad");

        // When
        var refused = api.request().body("""
                {"accounts": [{"network": "INSTAGRAM", "handle": "ok"}, {"network": "INSTAGRAM", "handle": "no way"}]}""")
                .post("/v1/creators").then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo("#/accounts/1/handle"), "errors[0].code",
                equalTo("invalid-handle"));
        api.request().body("{\"accounts\": []}").post("/v1/creators").then().statusCode(422);
        api.request().body("{\"accounts\": [{\"network\": \"INSTAGRAM\", \"handle\": \"a\", \"followers\": -1}]}")
                .post("/v1/creators").then().statusCode(422).body("errors[0].pointer", equalTo("#/accounts/0/followers"));
        api.request().body("""
                {"accounts": [{"network": "INSTAGRAM", "handle": "a", "observedAt": "2999-01-01T00:00:00Z"}]}""")
                .post("/v1/creators").then().statusCode(422).body("errors[0].pointer", equalTo("#/accounts/0/observedAt"));
        api.request().body("""
                {"accounts": [{"network": "INSTAGRAM", "handle": "a", "joinedAt": "2999-01-01T00:00:00Z"}]}""")
                .post("/v1/creators").then().statusCode(422).body("errors[0].pointer", equalTo("#/accounts/0/joinedAt"));
    }

    @Test
    void readingAndWritingAreDifferentRights() {
        // Given
        Api reader = Api.of("life-rights", "creators:read");

        // When
        var refused = reader.request().body("{\"accounts\":[{\"network\":\"X\",\"handle\":\"a\"}]}").post("/v1/creators")
                .then();

        // Then
        refused.statusCode(403).body("code", equalTo("forbidden"));
        Api.of("life-rights", "campaigns:read").request().get("/v1/creators").then().statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse stage(Api api, String id, String stage) {
        return api.request().header("If-Match", api.tag(id)).body("{\"stage\": \"" + stage + "\"}")
                .post("/v1/creators/{id}/stage", id).then();
    }
}
