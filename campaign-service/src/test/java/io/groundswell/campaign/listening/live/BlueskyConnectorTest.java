package io.groundswell.campaign.listening.live;

import static io.groundswell.campaign.listening.live.JetstreamStub.account;
import static io.groundswell.campaign.listening.live.JetstreamStub.deletion;
import static io.groundswell.campaign.listening.live.JetstreamStub.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.listening.HeardReplies;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class BlueskyConnectorTest {
    private JetstreamStub jetstream;

    @BeforeEach
    void open() {
        jetstream = new JetstreamStub();
    }

    @AfterEach
    void close() throws SQLException {
        jetstream.close();
        try (var connection = PostgresTestResource.superuser(); var statement = connection.createStatement()) {
            statement.execute("update connector_run set wanted = false, owner = null");
        }
    }

    @Test
    void whatIsPublishedIsKeptAndHowItGoesIsShown() {
        // Given
        Api api = LiveConnector.admin("jetstream-live");
        api.live("#livebrew");
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();
        connector.whenState(ConnectorState.LISTENING);

        // When
        jetstream.publish(post("did:plc:a", "1", "One #livebrew")).publish(post("did:plc:b", "2", "Nothing"))
                .publish(
                        "{\"did\":\"did:plc:c\",\"time_us\":\"TIME\",\"kind\":\"identity\",\"identity\":{\"did\":\"did:plc:c\"}}")
                .publish(post("did:plc:a", "3", "Two #livebrew")).publish(deletion("did:plc:a", "1"));

        // Then
        JsonPath shown = connector.whenReceived(5);
        assertEquals(List.of("PENDING Two #livebrew", "WITHDRAWN "), connector.posts());
        assertEquals("{received=5, matched=2, withdrawn=1, ignored=2, rejected=0}",
                shown.getMap("listening.counts").toString());
        assertEquals(Long.toString(jetstream.lastTime()), shown.getString("listening.position"));
        assertTrue(shown.getDouble("listening.lagSeconds") > 500, "the stub's events are of ten minutes ago");
        assertNotNull(shown.getString("listening.lastEventAt"));
        assertNull(shown.getString("listening.lastError"));
        assertTrue(jetstream.asked().getFirst().startsWith("/subscribe?wantedCollections=app.bsky.feed.post"));
        assertFalse(jetstream.asked().getFirst().contains("cursor"));
    }

    @Test
    void answersToPostsThatAreKeptAreTold() {
        // Given
        Api api = LiveConnector.admin("jetstream-replies");
        api.live("#replies");
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();
        connector.whenState(ConnectorState.LISTENING);
        String parent = "at://did:plc:a/app.bsky.feed.post/1";
        String answer = post("did:plc:b", "2", "Yes").replace("\"langs\"",
                "\"reply\":{\"parent\":{\"uri\":\"%s\"},\"root\":{\"uri\":\"%s\"}},\"langs\"".formatted(parent, parent));

        // When
        jetstream.publish(post("did:plc:a", "1", "Ask me #replies")).publish(answer)
                .publish(answer.replace("\"rkey\":\"2\"", "\"rkey\":\"3\"").replace("feed.post/1", "feed.post/9"));
        connector.whenReceived(3);
        jetstream.publish(deletion("did:plc:b", "2"));

        // Then
        connector.whenReceived(4);
        String id = "at://did:plc:b/app.bsky.feed.post/2";
        List<String> told = HeardReplies.in("jetstream-replies");
        assertTrue(told.contains(id + " to " + parent + " by did:plc:b says Yes"), told.toString());
        assertTrue(told.contains(id + " deleted"), told.toString());
        assertTrue(told.stream().noneMatch(reply -> reply.contains("feed.post/9")), told.toString());
    }

    @Test
    void nothingIsLostAndNothingDoubledWhereTheConnectionBreaksMidEvent() {
        // Given
        Api api = LiveConnector.admin("jetstream-breaks");
        api.live("#breaks");
        jetstream.publish(post("did:plc:a", "0", "0 #breaks"));
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();
        connector.whenState(ConnectorState.LISTENING);
        jetstream.publish(post("did:plc:a", "1", "1 #breaks"));
        connector.whenReceived(1);
        jetstream.fault(JetstreamStub.Fault.DROPS_AFTER_THREE_MID_EVENT);

        // When
        jetstream.drop();
        IntStream.range(2, 120).forEach(i -> jetstream.publish(post("did:plc:a", Integer.toString(i), i + " #breaks")));
        connector.when("several attempts", _ -> jetstream.asked().size() > 3);
        jetstream.fault(JetstreamStub.Fault.NONE);

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> count("jetstream-breaks") == 120);
        api.request().queryParam("types", "post.matched").queryParam("limit", 500).get("/v1/events").then()
                .body("size()", equalTo(120));
        connector.whenState(ConnectorState.LISTENING);
        assertTrue(jetstream.asked().stream().skip(1).allMatch(uri -> uri.contains("cursor=")));
    }

    @Test
    void repeatsReordersAndGarbageChangeNothing() {
        // Given
        Api api = LiveConnector.admin("jetstream-odd");
        api.live("#odd");
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();
        connector.whenState(ConnectorState.LISTENING);
        String one = post("did:plc:a", "1", "One #odd");

        // When
        jetstream.publish(deletion("did:plc:a", "2"));
        connector.whenReceived(1);
        jetstream.publish(post("did:plc:a", "2", "Deleted before it came #odd")).publish(one).publish(one);
        jetstream.say("{broken");
        jetstream.say("[]");
        jetstream.say(
                "{\"network\":\"INSTAGRAM\",\"did\":\"x\",\"id\":\"9\",\"publishedAt\":\"2026-05-04T09:30:00Z\",\"text\":\"forged #odd\",\"author\":{\"id\":\"1\"}}");
        jetstream.say(
                "{\"did\":\"did:plc:a\",\"time_us\":9999999999999999,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"%s\"}}"
                        .formatted("\\u0000"));
        jetstream.say("x".repeat(3 << 20));
        jetstream.sayInFragments(
                post("did:plc:a", "4", "In parts #odd").replace("\"TIME\"", Long.toString(jetstream.lastTime())));

        // Then
        JsonPath shown = connector.whenReceived(10);
        assertEquals(List.of("PENDING In parts #odd", "PENDING One #odd"), connector.posts());
        assertEquals(5, shown.getInt("listening.counts.rejected"));
        assertEquals(Long.toString(jetstream.lastTime()), shown.getString("listening.position"));
        assertEquals("LISTENING", shown.getString("listening.state"));
        assertEquals(1, jetstream.asked().size());
    }

    @ParameterizedTest
    @CsvSource({"deleted,true", "takendown,true", "suspended,true", "deactivated,true", "throttled,false"})
    void anAccountThatIsGoneTakesItsPostsWithItAndThoseOfNobodyElse(String status, boolean gone) {
        // Given
        Api api = LiveConnector.admin("jetstream-account-" + status);
        api.live("#accounts");
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();
        connector.whenState(ConnectorState.LISTENING);
        jetstream.publish(post("did:plc:a", "1", "Mine #accounts")).publish(post("did:plc:b", "2", "Other #accounts"));

        // When
        jetstream.publish(account("did:plc:a", false, status)).publish(post("did:plc:a", "3", "Back #accounts"));

        // Then
        connector.whenReceived(4);
        assertEquals(List.of("PENDING Back #accounts", gone ? "PENDING Other #accounts" : "PENDING Mine #accounts",
                gone ? "WITHDRAWN " : "PENDING Other #accounts"), connector.posts());
        if (gone) {
            api.request().queryParam("state", "WITHDRAWN").get("/v1/posts").then().body("items.stateReason",
                    contains("ACCOUNT_REMOVED"));
        }
    }

    @Test
    void afterAStopItGoesOnWhereItStopped() {
        // Given
        Api api = LiveConnector.admin("jetstream-stop");
        api.live("#stop");
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();
        connector.whenState(ConnectorState.LISTENING);
        jetstream.publish(post("did:plc:a", "1", "Before #stop"));
        connector.whenReceived(1);
        connector.stop();
        await().until(() -> !jetstream.isHeard());
        jetstream.publish(post("did:plc:a", "2", "Meanwhile #stop"));
        assertEquals("STOPPED", connector.now().getString("listening.state"));

        // When
        connector.start();

        // Then
        connector.whenPosts(List.of("PENDING Before #stop", "PENDING Meanwhile #stop"));
        assertTrue(jetstream.asked().getLast().contains("&cursor="));
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndSaysSo() {
        // Given
        Api api = LiveConnector.admin("jetstream-away");
        jetstream.fault(JetstreamStub.Fault.REFUSES);
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();

        // When
        JsonPath shown = connector.whenState(ConnectorState.BACKING_OFF);
        jetstream.fault(JetstreamStub.Fault.NONE);

        // Then
        assertEquals("The server answered with status 503.", shown.getString("listening.lastError"));
        assertNotNull(shown.getString("listening.nextAttemptAt"));
        connector.whenState(ConnectorState.LISTENING);
    }

    @Test
    void aServerThatAsksToWaitIsLeftAloneForThatLong() {
        // Given
        Api api = LiveConnector.admin("jetstream-wait");
        jetstream.fault(JetstreamStub.Fault.ASKS_TO_WAIT);

        // When
        JsonPath shown = LiveConnector.bluesky(api, jetstream.url()).start().whenState(ConnectorState.BACKING_OFF);

        // Then
        assertTrue(Instant.parse(shown.getString("listening.nextAttemptAt")).isAfter(Instant.now().plusSeconds(500)));
        assertEquals("The server asks to come back later (429).", shown.getString("listening.lastError"));
        assertEquals(1, jetstream.asked().size());
    }

    @Test
    void aRefusedTokenIsNotTriedAgain() {
        // Given
        Api api = LiveConnector.admin("jetstream-token");
        jetstream.fault(JetstreamStub.Fault.NEEDS_TOKEN);

        // When
        JsonPath shown = LiveConnector.bluesky(api, jetstream.url()).start().whenState(ConnectorState.FAILED);

        // Then
        assertEquals("The server refuses the access token, or asks for one (401).", shown.getString("listening.lastError"));
        assertNull(shown.getString("listening.nextAttemptAt"));
    }

    @Test
    void aServerThatFallsSilentIsLeft() throws SQLException {
        // Given
        Api api = LiveConnector.admin("jetstream-silent");
        jetstream.close();
        var silent = new SilentServer();

        // When
        JsonPath shown = LiveConnector.bluesky(api, silent.url()).start().when("an error",
                json -> json.getString("listening.lastError") != null);

        // Then
        silent.close();
        assertTrue(shown.getString("listening.lastError").startsWith("Nothing was heard for 2 seconds"),
                shown.getString("listening.lastError"));
    }

    @Test
    void onlyAccountsThatWereAskedForAreHeard() {
        // Given
        Api api = LiveConnector.admin("jetstream-dids");
        api.live("#dids");
        var connector = LiveConnector.create(api,
                "{\"kind\":\"BLUESKY\",\"name\":\"Two\",\"url\":\"%s\",\"wantedDids\":[\"did:plc:a\",\"did:web:b.example\"]}"
                        .formatted(jetstream.url()))
                .start();
        connector.whenState(ConnectorState.LISTENING);

        // When
        jetstream.publish(post("did:plc:a", "1", "Asked #dids")).publish(post("did:plc:z", "2", "Not asked #dids"));

        // Then
        connector.whenReceived(2);
        assertEquals(List.of("PENDING Asked #dids"), connector.posts());
        assertTrue(jetstream.asked().getFirst().contains("&wantedDids=did%3Aplc%3Aa&wantedDids=did%3Aweb%3Ab.example"));
    }

    @Test
    void anotherProcessTakesOverWhenTheLeaseOfOneThatDiedIsOver() throws SQLException {
        // Given
        Api api = LiveConnector.admin("jetstream-lease");
        api.live("#lease");
        var connector = LiveConnector.bluesky(api, jetstream.url());
        try (var connection = PostgresTestResource.superuser(); var statement = connection.createStatement()) {
            statement.execute("""
                    update connector_run set wanted = true, state = 'LISTENING', owner = uuidv7(),
                        lease_until = now() + interval '1500 milliseconds', position = '%d'
                    where workspace_id = 'jetstream-lease'""".formatted(System.currentTimeMillis() * 1_000 - 3_600_000_000L));
        }
        jetstream.publish(post("did:plc:a", "1", "Meanwhile #lease"));
        long before = System.nanoTime();

        // When
        connector.whenPosts(List.of("PENDING Meanwhile #lease"));

        // Then
        assertTrue(System.nanoTime() - before > 1_000_000_000L, "the lease was not waited for");
        assertEquals(1, jetstream.asked().size());
    }

    @Test
    void whoeverLostItsLeaseStoresNothing() throws SQLException {
        // Given
        Api api = LiveConnector.admin("jetstream-fence");
        api.live("#fence");
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();
        connector.whenState(ConnectorState.LISTENING);
        try (var connection = PostgresTestResource.superuser(); var statement = connection.createStatement()) {
            statement.execute("""
                    update connector_run set owner = uuidv7(), lease_until = now() + interval '1 hour'
                    where workspace_id = 'jetstream-fence'""");
        }

        // When
        jetstream.publish(post("did:plc:a", "1", "Late #fence"));

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> !jetstream.isHeard());
        assertEquals(List.of(), connector.posts());
        assertEquals(0, connector.now().getInt("listening.counts.received"));
    }

    @Test
    void aFloodIsStoredWithoutAnythingLost() {
        // Given
        Api api = LiveConnector.admin("jetstream-flood");
        api.live("#flood");
        var connector = LiveConnector.bluesky(api, jetstream.url()).start();
        connector.whenState(ConnectorState.LISTENING);

        // When
        IntStream.range(0, 5_000).forEach(i -> jetstream.publish(post("did:plc:a", "f" + i, i % 10 == 0 ? "#flood" : "other")));

        // Then
        JsonPath shown = connector.whenReceived(5_000);
        assertEquals(500, shown.getInt("listening.counts.matched"));
        assertEquals(500, count("jetstream-flood"));
        api.request().get("/v1/connectors").then().body("items.size()", equalTo(1), "items[0].listening.counts.received",
                greaterThan(4_999));
    }

    private static int count(String workspace) {
        try (var connection = PostgresTestResource.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from post where workspace_id = '" + workspace + "'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
