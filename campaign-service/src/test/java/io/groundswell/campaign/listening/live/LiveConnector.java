package io.groundswell.campaign.listening.live;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import org.awaitility.core.ConditionTimeoutException;

import io.groundswell.campaign.Api;
import io.restassured.path.json.JsonPath;

/** A connector under test, seen over HTTP. */
record LiveConnector(Api api, String id) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SCOPES = "campaigns:read campaigns:write campaigns:approve events:read admin";

    /** Returns the service as seen by an administrator. */
    static Api admin(String workspace) {
        return Api.of(workspace, SCOPES);
    }

    static LiveConnector create(Api api, String draft) {
        return new LiveConnector(api,
                api.request().body(draft).post("/v1/connectors").then().statusCode(201).extract().path("id"));
    }

    static LiveConnector bluesky(Api api, String url) {
        return create(api, "{\"kind\":\"BLUESKY\",\"name\":\"Firehose\",\"url\":\"%s\"}".formatted(url));
    }

    LiveConnector start() {
        api.request().post("/v1/connectors/{id}/start", id).then().statusCode(200);
        return this;
    }

    void stop() {
        api.request().post("/v1/connectors/{id}/stop", id).then().statusCode(200);
    }

    JsonPath now() {
        return api.request().get("/v1/connectors/{id}", id).then().statusCode(200).extract().jsonPath();
    }

    JsonPath when(String what, Predicate<JsonPath> condition) {
        try {
            return await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::now, condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Not " + what + ": " + now().prettify(), e);
        }
    }

    JsonPath whenState(ConnectorState state) {
        return when("state " + state, json -> json.getString("listening.state").equals(state.name()));
    }

    JsonPath whenReceived(int events) {
        return when(events + " events", json -> json.getInt("listening.counts.received") >= events);
    }

    void whenPosts(List<String> expected) {
        await("posts " + expected).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(() -> posts().equals(expected));
    }

    /** Returns states and texts of the posts, sorted. */
    List<String> posts() {
        JsonPath page = api.request().queryParam("limit", 100).get("/v1/posts").then().statusCode(200).extract().jsonPath();
        List<String> states = page.getList("items.state");
        List<String> texts = page.getList("items.text");
        return java.util.stream.IntStream.range(0, states.size()).mapToObj(i -> states.get(i) + " " + texts.get(i)).sorted()
                .toList();
    }
}
