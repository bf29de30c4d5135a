package io.groundswell.suite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.groundswell.suite.Suite;
import io.groundswell.suite.issuer.Clients;

import com.fasterxml.jackson.databind.JsonNode;

class FaultsIT {
    /** Far more than the view's own deadline of 800 ms, far less than waiting for a service that is gone. */
    private static final Duration IN_TIME = Duration.ofSeconds(3);

    private final Suite suite = RunningSuiteForTests.get();

    @Test
    void withAdvocacyServiceDownTheViewAnswersInTimeAndSaysSo() {
        // Given
        Marketer marketer = new Marketer(suite, "e2e-down");
        String campaign = marketer.launch("#down");
        suite.kill("advocacy-service");
        try {
            Instant asked = Instant.now();

            // When
            Marketer.Answer view = marketer.get("/v1/campaign-views/" + campaign);

            // Then
            assertTrue(Duration.between(asked, Instant.now()).compareTo(IN_TIME) < 0);
            assertEquals(200, view.status());
            assertEquals("unavailable", view.json().at("/parts/employeeShares/status").asText());
            assertEquals("fresh", view.json().at("/parts/campaign/status").asText());
            assertEquals(503, marketer.get("/v1/share-packs").status());
        } finally {
            suite.start("advocacy-service");
        }
    }

    @Test
    void aServiceKilledInMidIngestLosesNothingItAcknowledgedAndTellsEachEventOnce() throws SQLException {
        // Given
        int count = 20_000;
        Marketer marketer = new Marketer(suite, "e2e-kill");
        String campaign = marketer.launch("#kill");
        Set<String> acknowledged = ingestUntilKilled("e2e-kill", "#kill", count);
        suite.start("campaign-service");

        // When
        marketer.ingest(PostLines.lines("#kill", count));

        // Then
        assertTrue(acknowledged.size() > 500 && acknowledged.size() < count,
                "the kill came too late or too early: " + acknowledged.size());
        assertEquals(count, single("campaign", "select count(*) from post where workspace_id = 'e2e-kill'"));
        assertEquals(count,
                single("campaign", "select count(*) from outbox where workspace_id = 'e2e-kill' and type = 'post.matched'"));
        Marketer.await("every event had its effect", () -> {
            JsonNode top = marketer.get("/v1/creators?campaignId=" + campaign + "&limit=1").json();
            return top.path("items").size() == 1 && creators() == count;
        });
    }

    @Test
    void whatWasAcknowledgedBeforeTheKillIsThereAfterTheRestart() throws SQLException {
        // Given
        Marketer marketer = new Marketer(suite, "e2e-kept");
        marketer.launch("#kept");
        Set<String> acknowledged = ingestUntilKilled("e2e-kept", "#kept", 20_000);

        // When
        suite.start("campaign-service");

        // Then
        assertEquals(200, marketer.get("/v1/campaigns").status());
        Set<String> kept = new HashSet<>();
        try (Connection connection = suite.connectAsSuperuser("campaign");
                ResultSet posts = connection.createStatement()
                        .executeQuery("select network_post_id from post where workspace_id = 'e2e-kept'")) {
            while (posts.next()) {
                kept.add(posts.getString(1));
            }
        }
        assertTrue(kept.containsAll(acknowledged), () -> acknowledged.stream().filter(id -> !kept.contains(id)).limit(5)
                .collect(Collectors.joining(", ", "lost: ", "")));
    }

    private long creators() {
        try {
            return single("creator", "select count(*) from creator where workspace_id = 'e2e-kill'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long single(String database, String query) throws SQLException {
        try (Connection connection = suite.connectAsSuperuser(database);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Sends posts, kills campaign-service once a thousand are acknowledged; returns what was acknowledged till the end. */
    private Set<String> ingestUntilKilled(String workspace, String hashtag, int count) {
        return new StreamingIngest(suite.url(), suite.token(Clients.MARKETER, workspace)).send(hashtag, count, 1_000,
                () -> suite.kill("campaign-service"));
    }
}
