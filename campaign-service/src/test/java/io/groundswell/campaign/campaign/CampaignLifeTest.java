package io.groundswell.campaign.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CampaignLifeTest {

    @Test
    void aDraftIsKeptAsItWasSent() {
        // Given
        Api api = Api.of("life-draft");
        String id = api.draft("#SpringRoast");

        // When
        var answer = api.request().get("/v1/campaigns/{id}", id).then();

        // Then
        answer.statusCode(200).header("ETag", equalTo("\"" + id + ".0\"")).body("status", equalTo("DRAFT"),
                "hashtags", contains("#SpringRoast"), "objective", equalTo("CONTENT_CULTIVATION"),
                "kpis", hasSize(3), "kpis[2].target", equalTo(0.05f), "endsAt", equalTo("2099-01-01T00:00:00Z"),
                "createdAt", notNullValue());
    }

    @Test
    void anUnreadyLaunchNamesEveryUnmetItem() {
        // Given
        Api api = Api.of("life-unready");
        String id = api.request().body("{\"name\": \"Empty\"}").post("/v1/campaigns").then().statusCode(201).extract()
                .path("id");

        // When
        var answer = api.request().header("If-Match", api.tag("/v1/campaigns/" + id)).post("/v1/campaigns/{id}/launch", id)
                .then();

        // Then
        answer.statusCode(409).contentType("application/problem+json").body("code", equalTo("launch-gate-not-met"),
                "errors.code",
                containsInAnyOrder("missing-terms", "missing-hashtag-kpi", "missing-engagement-kpi", "missing-end"));
    }

    @Test
    void aLaunchedCampaignIsFixed() {
        // Given
        Api api = Api.of("life-fixed");
        String id = api.live("#fixed");

        // When
        var answer = api.request().contentType("application/merge-patch+json;charset=UTF-8")
                .header("If-Match", api.tag("/v1/campaigns/" + id))
                .body("{\"name\": \"Other\"}").patch("/v1/campaigns/{id}", id).then();

        // Then
        answer.statusCode(409).body("code", equalTo("wrong-campaign-status"));
    }

    @Test
    void aPatchReplacesWhatItNamesAndRemovesWhatIsNull() {
        // Given
        Api api = Api.of("life-patch");
        String id = api.draft("#patched");

        // When
        var answer = api.request().contentType("application/merge-patch+json;charset=UTF-8")
                .header("If-Match", api.tag("/v1/campaigns/" + id))
                .body("{\"name\": \"Renamed\", \"endsAt\": null}").patch("/v1/campaigns/{id}", id).then();

        // Then
        answer.statusCode(200).header("ETag", equalTo("\"" + id + ".1\"")).body("name", equalTo("Renamed"),
                "endsAt", equalTo(null), "hashtags", contains("#patched"), "version", equalTo(1));
    }

    @Test
    void aPatchToAnInvalidDraftNamesTheField() {
        // Given
        Api api = Api.of("life-bad-patch");
        String id = api.draft("#patched");

        // When
        var answer = api.request().contentType("application/merge-patch+json;charset=UTF-8")
                .header("If-Match", api.tag("/v1/campaigns/" + id))
                .body("{\"hashtags\": [\"no sign\"]}").patch("/v1/campaigns/{id}", id).then();

        // Then
        answer.statusCode(422).body("errors[0].pointer", equalTo("#/hashtags/0"), "errors[0].code", equalTo("invalid-term"));
    }

    @Test
    void aChangeNeedsTheVersionItIsBasedOn() {
        // Given
        Api api = Api.of("life-precondition");
        String id = api.draft("#version");

        // When
        int without = api.request().post("/v1/campaigns/{id}/launch", id).statusCode();
        int stale = api.request().header("If-Match", "\"" + id + ".7\"").post("/v1/campaigns/{id}/launch", id).statusCode();

        // Then
        assertEquals(428, without);
        assertEquals(412, stale);
    }

    @Test
    void aPausedCampaignCanGoOnAndAnEndedOneCannot() {
        // Given
        Api api = Api.of("life-pause");
        String id = api.live("#pause");
        api.command(id, "pause");
        api.command(id, "resume");
        api.command(id, "end");

        // When
        var answer = api.request().header("If-Match", api.tag("/v1/campaigns/" + id)).post("/v1/campaigns/{id}/resume", id)
                .then();

        // Then
        answer.statusCode(409).body("code", equalTo("wrong-campaign-status"));
    }

    @Test
    void aRepeatedCreationIsReplayed() {
        // Given
        Api api = Api.of("life-idempotent");
        String draft = "{\"name\": \"Once\"}";
        String key = UUID.randomUUID().toString();
        String first = api.request().header("Idempotency-Key", key).body(draft).post("/v1/campaigns").then().statusCode(201)
                .extract().path("id");

        // When
        var again = api.request().header("Idempotency-Key", key).body(draft).post("/v1/campaigns").then();

        // Then
        again.statusCode(201).header("Idempotent-Replayed", equalTo("true")).body("id", equalTo(first));
        api.request().get("/v1/campaigns").then().body("items", hasSize(1));
    }

    @Test
    void aListIsReadPageByPageInBothDirections() {
        // Given
        Api api = Api.of("life-pages");
        String oldest = api.draft("#one");
        String middle = api.draft("#two");
        String newest = api.draft("#three");
        String next = api.request().queryParam("limit", 2).get("/v1/campaigns").then()
                .body("items.id", contains(newest, middle))
                .extract().path("page.next");
        String prev = api.request().queryParam("limit", 2).queryParam("cursor", next).get("/v1/campaigns").then()
                .body("items.id", contains(oldest), "page.next", equalTo(null)).extract().path("page.prev");

        // When
        var back = api.request().queryParam("limit", 2).queryParam("cursor", prev).get("/v1/campaigns").then();

        // Then
        back.body("items.id", contains(newest, middle));
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        // Given
        String id = Api.of("life-mine").draft("#mine");
        Api stranger = Api.of("life-stranger");

        // When
        var answer = stranger.request().get("/v1/campaigns/{id}", id).then();

        // Then
        answer.statusCode(404);
        stranger.request().header("If-Match", "*").post("/v1/campaigns/{id}/launch", id).then().statusCode(404);
        stranger.request().get("/v1/campaigns/{id}/kpis", id).then().statusCode(404);
        stranger.request().get("/v1/campaigns").then().body("items", hasSize(0));
    }

    @Test
    void aTokenNeedsTheScope() {
        // Given
        Api reader = Api.of("life-scope", "campaigns:read");

        // When
        var answer = reader.request().body("{\"name\": \"No\"}").post("/v1/campaigns").then();

        // Then
        answer.statusCode(403).contentType("application/problem+json");
    }
}
