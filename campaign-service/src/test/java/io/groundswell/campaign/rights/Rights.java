package io.groundswell.campaign.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Rights as one workspace of a test sees them. */
public final class Rights {
    public static final String TERMS = """
            {"actions": ["DISPLAY", "REPOST"], "channels": ["WEBSITE", "EMAIL"], "territories": ["DE", "AT"], "durationDays": 365}""";

    private final Api api;
    private final String workspace;

    private Rights(String workspace) {
        this.workspace = workspace;
        this.api = Api.of(workspace);
        api.live("#" + workspace.replace("-", ""));
    }

    /** Returns a workspace with a live campaign. */
    public static Rights of(String workspace) {
        return new Rights(workspace);
    }

    public Api api() {
        return api;
    }

    /** Ingests and approves a post; its text may be anything. */
    public String approved(NeutralPost post) {
        NeutralPost matching = new NeutralPost(post.network(), post.id(), post.text() + " #" + workspace.replace("-", ""),
                post.handle(), post.followers(), post.likes(), post.observedAt());
        String id = api.ingest(matching.line()).getFirst().getString("postId");
        api.request().header("If-Match", api.tag("/v1/posts/" + id)).post("/v1/posts/{id}/approve", id).then().statusCode(200);
        return id;
    }

    public String approved(String networkPostId, String handle) {
        return approved(NeutralPost.of(networkPostId, "First cup").by(handle, 4_000));
    }

    /** Asks for rights; the answer is the caller's to check. */
    public ValidatableResponse draft(String post) {
        return api.request()
                .body("""
                        {"postId": "%s", "terms": %s, "approvalHashtag": "#yesHarbour", "brandMention": "@harbourcoffee", "locale": "en"}"""
                        .formatted(post, TERMS))
                .post("/v1/rights-requests").then();
    }

    public String requested(String post) {
        return draft(post).statusCode(201).extract().path("id");
    }

    public ValidatableResponse send(String request) {
        return api.request().post("/v1/rights-requests/{id}/send", request).then();
    }

    /** Asks and sends; returns the answer of sending. */
    public JsonPath sent(String post) {
        return send(requested(post)).statusCode(200).extract().jsonPath();
    }

    /** Returns a reply as JSON that grants, published shortly after now. */
    public static String reply(String replyId, String networkPostId, String handle) {
        return reply(replyId, networkPostId, handle, "Yes! #YesHarbour @HarbourCoffee");
    }

    public static String reply(String replyId, String networkPostId, String handle, String text) {
        return """
                {"network": "INSTAGRAM", "replyId": "%s", "networkPostId": "%s", "authorHandle": "%s", "text": "%s", "publishedAt": "%s"}"""
                .formatted(replyId, networkPostId, handle, text, Instant.now().plus(Duration.ofMinutes(1)));
    }

    public ValidatableResponse bring(String... replies) {
        return api.request().body("{\"items\": [" + String.join(",", replies) + "]}").post("/v1/rights-replies").then();
    }

    /** Records a grant; returns its id. */
    public String granted(String post, String terms) {
        return api.request().body("""
                {"postId": "%s", "terms": %s, "reference": "Contract 7"}""".formatted(post, terms)).post("/v1/rights-grants")
                .then()
                .statusCode(201).extract().path("id");
    }

    public JsonPath check(String post, String action, String channel, String territory) {
        return api.request().body(Map.of("postId", post, "action", action, "channel", channel, "territory", territory))
                .post("/v1/rights/check").then().statusCode(200).extract().jsonPath();
    }

    public boolean isAllowed(String post) {
        return check(post, "DISPLAY", "WEBSITE", "DE").getBoolean("allowed");
    }

    public String state(String post) {
        return api.request().get("/v1/posts/{id}", post).then().statusCode(200).extract().path("state");
    }

    public JsonPath verified() {
        return api.request().post("/v1/rights-ledger/verify").then().statusCode(200).extract().jsonPath();
    }
}
