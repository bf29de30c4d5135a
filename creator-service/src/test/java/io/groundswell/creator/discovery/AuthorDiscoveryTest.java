package io.groundswell.creator.discovery;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
class AuthorDiscoveryTest {
    private static final UUID CAMPAIGN = UUID.fromString("0199c59f-0000-7000-8000-000000000001");
    private static final UUID OTHER_CAMPAIGN = UUID.fromString("0199c59f-0000-7000-8000-000000000002");
    private static final String MILA = "\"handle\":\"mila@pottery.example\",\"followers\":4200";

    @Inject
    AuthorDiscovery discovery;
    @Inject
    WorkspaceDatabase database;
    @Inject
    ObjectMapper json;

    @Test
    void anAuthorBecomesACreator() {
        // Given
        String workspace = "discover-new";

        // When
        apply(workspace, matched(MatchedPost.by(
                MILA + """
                        ,"displayName":"Mila","bio":"Cups","hasPicture":true,"joinedAt":"2021-05-01T00:00:00Z","website":"mila.example\"""",
                CAMPAIGN)));

        // Then
        Api.of(workspace).list("campaignId=" + CAMPAIGN).body("items", hasSize(1), "items[0].displayName", equalTo("Mila"),
                "items[0].discoveredVia", equalTo("HASHTAG"), "items[0].tier.tier", equalTo("NANO"),
                "items[0].accounts[0].language", equalTo("en"), "items[0].accounts[0].hasPicture", equalTo(true),
                "items[0].accounts[0].joinedAt", equalTo("2021-05-01T00:00:00Z"), "items[0].accounts[0].website",
                equalTo("https://mila.example"), "items[0].participation.posts", equalTo(1),
                "items[0].participation.lastPostAt", equalTo("2026-05-04T09:30:00Z"));
        Api.of(workspace).request().get("/v1/events").then().body("type", contains("creator.created"));
    }

    @Test
    void aMentionIsCloserThanAHashtagAndAnImport() {
        // Given
        Api api = Api.of("discover-closer");
        api.importLines("{\"network\":\"MASTODON\",\"handle\":\"mila@pottery.example\"}");

        // When
        apply("discover-closer", matched(MatchedPost.by(MILA, CAMPAIGN).mentioning()),
                matched(MatchedPost.by(MILA, CAMPAIGN)));

        // Then
        api.list("").body("items.discoveredVia", contains("MENTION"));
    }

    @Test
    void whoUsedAWordThatIsListenedForWasSearchedFor() {
        // When
        apply("discover-keyword", matched(MatchedPost.by(MILA, CAMPAIGN).byKeyword()));

        // Then
        Api.of("discover-keyword").list("").body("items.discoveredVia", contains("SEARCH"));
    }

    @Test
    void thePostToldAgainRefreshesFiguresAndCountsOnce() {
        // Given
        String workspace = "discover-again";
        MatchedPost post = MatchedPost.by(MILA, CAMPAIGN);
        apply(workspace, matched(post));

        // When
        apply(workspace, matched(post),
                matched(post.seen("2026-05-05T12:00:00Z", "\"handle\":\"mila@pottery.example\",\"followers\":12000", 20)),
                matched(post.seen("2026-05-03T12:00:00Z", "\"handle\":\"mila@pottery.example\",\"followers\":3000", 5)));

        // Then
        Api.of(workspace).list("campaignId=" + CAMPAIGN).body("items[0].accounts[0].followers", equalTo(12_000),
                "items[0].tier.tier", equalTo("MICRO"), "items[0].participation.posts", equalTo(1));
        assertEquals(20, number("select likes from post_sample where post_id = '%s'".formatted(post.id())));
        Api.of(workspace).request().get("/v1/events").then().body("type",
                contains("creator.created", "creator.tier-changed"), "[1].data.from", equalTo("NANO"), "[1].data.to",
                equalTo("MICRO"));
    }

    @Test
    void aWithdrawnPostCountsNoLonger() {
        // Given
        String workspace = "discover-withdrawn";
        MatchedPost first = MatchedPost.by(MILA, CAMPAIGN, OTHER_CAMPAIGN);
        apply(workspace, matched(first), matched(MatchedPost.by(MILA, CAMPAIGN)));

        // When
        apply(workspace, withdrawn(first.id(), CAMPAIGN, OTHER_CAMPAIGN));

        // Then
        Api api = Api.of(workspace);
        api.list("campaignId=" + CAMPAIGN).body("items[0].participation.posts", equalTo(1));
        api.list("campaignId=" + OTHER_CAMPAIGN).body("items", hasSize(0));
        assertEquals(0, number("select count(*) from post_sample where post_id = '%s'".formatted(first.id())));
    }

    @Test
    void theLastWordOnAPostWinsWithinABatch() {
        // Given
        String workspace = "discover-order";
        MatchedPost post = MatchedPost.by(MILA, CAMPAIGN);
        MatchedPost other = MatchedPost.by(MILA, CAMPAIGN);

        // When
        apply(workspace, matched(post), withdrawn(post.id(), CAMPAIGN), matched(other), withdrawn(other.id()), matched(other));

        // Then
        Api.of(workspace).list("campaignId=" + CAMPAIGN).body("items[0].participation.posts", equalTo(1));
    }

    @Test
    void anAuthorKnownByIdAloneIsFoundByTheHandleLater() {
        // Given
        String workspace = "discover-did";
        apply(workspace, matched(MatchedPost.by("\"id\":\"did:plc:42\"", CAMPAIGN)));

        // When
        apply(workspace, matched(MatchedPost.by("\"id\":\"did:plc:42\",\"handle\":\"mila.example\"", CAMPAIGN)),
                matched(MatchedPost.by("\"handle\":\"Mila.Example\"", CAMPAIGN)));

        // Then
        Api.of(workspace).list("campaignId=" + CAMPAIGN).body("items", hasSize(1), "items[0].participation.posts",
                equalTo(3), "items[0].displayName", equalTo("Mila.Example"));
    }

    @Test
    void whatCannotBeUnderstoodHoldsUpNothing() {
        // Given
        String workspace = "discover-odd";
        FeedEvent nameless = matched(MatchedPost.by("\"displayName\":\"nobody\"", CAMPAIGN));
        FeedEvent odd = matched(MatchedPost.by(MILA
                + ",\"country\":\"Utopia\",\"following\":-5,\"joinedAt\":\"2031-01-01T00:00:00Z\",\"website\":\"none yet\"",
                CAMPAIGN));

        // When
        apply(workspace, nameless, event("post.matched", "{\"postId\":7}"), event("post.exploded", "{}"), odd);

        // Then
        Api.of(workspace).list("").body("items", hasSize(1), "items[0].accounts[0].followers", equalTo(4_200),
                "items[0].accounts[0].country", equalTo(null), "items[0].accounts[0].joinedAt", equalTo(null));
    }

    @Test
    void creatorsOfACampaignAreRankedByTheirPosts() {
        // Given
        String workspace = "discover-rank";
        apply(workspace, IntStream.rangeClosed(1, 6).boxed()
                .flatMap(rank -> IntStream.range(0, rank)
                        .mapToObj(_ -> matched(MatchedPost.by("\"handle\":\"h%d\"".formatted(rank), CAMPAIGN))))
                .toArray(FeedEvent[]::new));
        Api api = Api.of(workspace);

        // When
        String next = api.list("campaignId=" + CAMPAIGN + "&sort=-posts&limit=4")
                .body("items.participation.posts", contains(6, 5, 4, 3)).extract().path("page.next");

        // Then
        api.list("campaignId=" + CAMPAIGN + "&sort=-posts&limit=4&cursor=" + next)
                .body("items.participation.posts", contains(2, 1), "page.next", equalTo(null));
    }

    @Test
    void hashtagsOfPostsShowTopics() {
        // Given
        String workspace = "discover-hashtags";
        apply(workspace, matched(MatchedPost.by(MILA, CAMPAIGN)), matched(MatchedPost.by(MILA, CAMPAIGN)));
        Api api = Api.of(workspace);
        String id = api.list("").extract().path("items[0].id");

        // When
        var topics = api.request().get("/v1/creators/{id}/topics", id).then();

        // Then
        topics.statusCode(200).body("topics.topic", contains("coffee", "food-drink"), "topics[0].evidence.text",
                contains("#latteart", "#咖啡"), "topics[0].evidence.posts", contains(2, 2));
    }

    @Test
    void whoOptedOutTakesNoPartAnyMore() {
        // Given
        Api api = Api.of("discover-out");
        apply("discover-out", matched(MatchedPost.by(MILA, CAMPAIGN)));
        String id = api.list("").extract().path("items[0].id");
        api.request().header("If-Match", api.tag(id)).body("{\"stage\":\"OPTED_OUT\"}").post("/v1/creators/{id}/stage", id)
                .then().statusCode(200);

        // When
        apply("discover-out", matched(MatchedPost.by("\"handle\":\"mila@pottery.example\",\"followers\":9", OTHER_CAMPAIGN)));

        // Then
        api.list("campaignId=" + OTHER_CAMPAIGN).body("items", hasSize(0));
        api.creator(id).body("accounts[0].followers", equalTo(4_200));
    }

    @Test
    void whoIsMergedHasOnePlaceInACampaignAndTwoAgainAfterTheUndo() {
        // Given
        Api api = Api.of("discover-merged");
        apply("discover-merged", matched(MatchedPost.by(MILA, CAMPAIGN)),
                matched(MatchedPost.by("\"handle\":\"clay\"", CAMPAIGN)),
                matched(MatchedPost.by("\"handle\":\"clay\"", CAMPAIGN, OTHER_CAMPAIGN)));
        List<String> ids = api.list("campaignId=" + CAMPAIGN + "&sort=-posts").extract().path("items.id");

        // When
        String merge = api.request().header("If-Match", "*").body("{\"absorb\":\"%s\"}".formatted(ids.get(0)))
                .post("/v1/creators/{id}/merges", ids.get(1)).then().statusCode(201).extract().path("id");

        // Then
        api.list("campaignId=" + CAMPAIGN).body("items.id", contains(ids.get(1)), "items.participation.posts", contains(3));
        api.list("campaignId=" + OTHER_CAMPAIGN).body("items.id", contains(ids.get(1)));
        apply("discover-merged", matched(MatchedPost.by("\"handle\":\"clay\"", CAMPAIGN)));
        api.list("campaignId=" + CAMPAIGN).body("items.participation.posts", contains(4));
        api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", merge).then().statusCode(200);
        api.list("campaignId=" + CAMPAIGN + "&sort=-posts").body("items.id", equalTo(ids), "items.participation.posts",
                contains(3, 1));
        api.list("campaignId=" + OTHER_CAMPAIGN).body("items.id", contains(ids.get(0)));
    }

    private void apply(String workspace, FeedEvent... events) {
        var owner = new Workspace(workspace);
        database.write(owner, transaction -> discovery.apply(transaction, owner, Arrays.asList(events)).replaceWith(true))
                .await().atMost(Duration.ofSeconds(10));
    }

    private FeedEvent matched(MatchedPost post) {
        return event("post.matched", post.data());
    }

    private FeedEvent withdrawn(UUID post, UUID... campaigns) {
        List<String> ids = Arrays.stream(campaigns).map(id -> "\"" + id + "\"").toList();
        return event("post.withdrawn", "{\"postId\":\"%s\",\"reason\":\"SOURCE_DELETED\",\"campaignIds\":[%s]}"
                .formatted(post, String.join(",", ids)));
    }

    private FeedEvent event(String type, String data) {
        try {
            return new FeedEvent("1.0", UUID.randomUUID(), "/campaign-service", type, "p",
                    Instant.parse("2026-05-06T00:00:00Z"),
                    "application/json", "unused", "1-1", json.readTree(data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(data, e);
        }
    }

    private static long number(String sql) {
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
