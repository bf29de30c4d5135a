package io.groundswell.campaign.listening.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.listening.HeardReplies;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class MastodonConnectorTest {
    private MastodonStub server;

    @BeforeEach
    void open() {
        server = new MastodonStub();
    }

    @AfterEach
    void close() throws SQLException {
        server.close();
        try (var connection = PostgresTestResource.superuser(); var statement = connection.createStatement()) {
            statement.execute("update connector_run set wanted = false, owner = null");
        }
    }

    private LiveConnector connector(Api api) {
        return LiveConnector.create(api,
                """
                        {"kind":"MASTODON","name":"Quay","url":"%s","stream":"hashtag:quay","accessToken":"%s"}""".formatted(
                        server.url(),
                        MastodonStub.TOKEN));
    }

    private LiveConnector listening(Api api) {
        LiveConnector connector = connector(api).start();
        connector.when("a place to come back to", json -> json.getString("listening.state").equals("LISTENING")
                && json.getString("listening.position") != null && server.isHeard());
        return connector;
    }

    @Test
    void statusesAreKeptEditedAndWithdrawn() {
        // Given
        Api api = LiveConnector.admin("mastodon-live");
        api.live("#quay");
        server.post("ana", "Of before #quay");
        var connector = listening(api);

        // When
        String first = server.post("ana", "One #quay");
        String second = server.post("ben", "Two #quay");
        server.post("cyd", "Nothing");
        server.edit(second, "Two, better #quay");
        server.delete(first);

        // Then
        JsonPath shown = connector.whenReceived(5);
        assertEquals(List.of("PENDING Two, better #quay", "WITHDRAWN "), connector.posts());
        assertEquals("{received=5, matched=3, withdrawn=1, ignored=1, rejected=0}",
                shown.getMap("listening.counts").toString());
        api.request().queryParam("state", "WITHDRAWN").get("/v1/posts").then().body("items.stateReason",
                contains("SOURCE_DELETED"));
        assertTrue(server.asked().contains("/api/v1/streaming/hashtag?tag=quay"), server.asked().toString());
    }

    @Test
    void answersToPostsThatAreKeptAreTold() {
        // Given
        Api api = LiveConnector.admin("mastodon-replies");
        api.live("#quay");
        var connector = listening(api);
        String kept = server.post("ana", "Ask me #quay");
        String other = server.post("ben", "Nothing");
        connector.whenReceived(2);

        // When
        String answer = server.post("cyd", "Yes", kept);
        server.post("cyd", "To somebody else", other);
        server.edit(answer, "Yes!");
        connector.whenReceived(5);
        server.delete(answer);

        // Then
        connector.whenReceived(6);
        String parent = "https://quay.example/users/ana/statuses/" + kept;
        String id = "https://quay.example/users/cyd/statuses/" + answer;
        List<String> told = HeardReplies.in("mastodon-replies");
        assertTrue(told.contains(id + " to " + parent + " by cyd@quay.example says Yes!, edited"), told.toString());
        assertTrue(told.stream().allMatch(reply -> reply.startsWith(id)) && told.getLast().equals(id + " deleted"),
                told.toString());
    }

    @Test
    void whatWasMissedIsFetchedFromTheTimelinePageByPage() {
        // Given
        Api api = LiveConnector.admin("mastodon-missed");
        api.live("#quay");
        var connector = listening(api);
        server.post("ana", "0 #quay");
        connector.whenReceived(1);
        List<String> expected = new ArrayList<>(List.of("PENDING 0 #quay"));

        // When
        server.drop();
        IntStream.range(1, 100).forEach(i -> server.post("ana", i + " #quay"));

        // Then
        IntStream.range(1, 100).forEach(i -> expected.add("PENDING " + i + " #quay"));
        connector.whenPosts(expected.stream().sorted().toList());
        api.request().queryParam("types", "post.matched").queryParam("limit", 500).get("/v1/events").then().body("size()",
                equalTo(100));
        assertTrue(server.asked().stream().filter(uri -> uri.contains("min_id=")).count() >= 3, server.asked().toString());
    }

    @Test
    void garbageAndHugeEventsAreCountedAndStopNothing() {
        // Given
        Api api = LiveConnector.admin("mastodon-odd");
        api.live("#quay");
        var connector = listening(api);

        // When
        server.raw("event: update\ndata: {broken\n\n");
        server.raw(
                "event: update\ndata: {\"network\":\"X\",\"id\":\"1\",\"content\":\"\",\"account\":{},\"publishedAt\":\"2026-05-04T09:30:00Z\"}\n\n");
        server.raw("event: update\r\ndata: " + "x".repeat(2 << 20) + "\r\n\r\n");
        server.raw("event: delete\ndata: ../../etc\n\n");
        server.raw("event: filters_changed\ndata: {}\n\n");
        server.raw("event: groundswell.bookmark\ndata: 999999999999999999\n\n");
        server.post("ana", "After it all #quay");

        // Then
        JsonPath shown = connector.whenReceived(7);
        assertEquals(List.of("PENDING After it all #quay"), connector.posts());
        assertEquals(4, shown.getInt("listening.counts.rejected"));
        assertEquals("LISTENING", shown.getString("listening.state"));
        assertFalse(shown.getString("listening.position").startsWith("9999"));
    }

    @Test
    void aTokenIsNeverShownAndAWrongOneIsNotTriedTwice() throws SQLException {
        // Given
        Api api = LiveConnector.admin("mastodon-token");
        var connector = connector(api);
        api.request().header("If-Match", api.tag("/v1/connectors/" + connector.id()))
                .body("{\"accessToken\":\"another-zz-token\"}").patch("/v1/connectors/{id}", connector.id()).then()
                .statusCode(200)
                .body("hasAccessToken", equalTo(true), "accessToken", equalTo(null));

        // When
        connector.start();

        // Then
        JsonPath shown = connector.whenState(ConnectorState.FAILED);
        assertEquals("The server refuses the access token, or asks for one (401).", shown.getString("listening.lastError"));
        assertEquals(1, server.asked().size());
        try (var connection = PostgresTestResource.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select string_agg(c::text, '') || (select coalesce(string_agg(k::text, ''), '') from idempotency_key k) from connector c")) {
            rows.next();
            assertFalse(rows.getString(1).contains("zz-"));
        }
    }

    @Test
    void aRedirectToTheInsideIsNotFollowed() {
        // Given
        Api api = LiveConnector.admin("mastodon-redirect");
        server.redirectInside();

        // When
        JsonPath shown = connector(api).start().whenState(ConnectorState.FAILED);

        // Then
        assertEquals("The server must be spoken to over an encrypted connection.", shown.getString("listening.lastError"));
    }

    @Test
    void addressesOfTheInsideAreRefused() {
        Api api = LiveConnector.admin("mastodon-inside");
        for (String url : List.of("https://127.0.0.1", "https://[::1]", "https://10.0.0.8", "https://169.254.169.254",
                "https://[::ffff:192.168.1.1]", "https://2130706433")) {
            api.request().body("{\"kind\":\"MASTODON\",\"name\":\"Inside\",\"url\":\"%s\"}".formatted(url))
                    .post("/v1/connectors")
                    .then().statusCode(422).body("errors[0].pointer", equalTo("#/url"));
        }
        api.request().body("{\"kind\":\"MASTODON\",\"name\":\"Plain\",\"url\":\"http://mastodon.example\"}")
                .post("/v1/connectors").then()
                .statusCode(422).body("errors[0].code", equalTo("not-encrypted"));
    }

    @Test
    void afterAStopWhatWasWrittenMeanwhileIsThere() {
        // Given
        Api api = LiveConnector.admin("mastodon-stop");
        api.live("#quay");
        var connector = listening(api);
        connector.stop();
        await().atMost(Duration.ofSeconds(10)).until(() -> !server.isHeard());
        server.post("ana", "Meanwhile #quay");

        // When
        connector.start();

        // Then
        connector.whenPosts(List.of("PENDING Meanwhile #quay"));
    }
}
