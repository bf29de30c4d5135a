package io.groundswell.creator.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.groundswell.creator.CampaignServiceStub;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CampaignFeedTest {
    private static final UUID CAMPAIGN = UUID.fromString("0199c59f-0000-7000-8000-000000000009");

    @Test
    void itFollowsTheFeedThroughOutagesAndRefusedTokens() {
        // Given
        Api api = Api.of("feed-follow");
        Api other = Api.of("feed-other");

        // When
        for (int i = 0; i < 10; i++) {
            CampaignServiceStub.publish(i % 2 == 0 ? "feed-follow" : "feed-other", "post.matched", """
                    {"postId":"%s","network":"X","campaignIds":["%s"],"reasons":["HASHTAG"],
                    "publishedAt":"2026-05-04T09:30:00Z","observedAt":"2026-05-04T12:00:00Z","author":{"handle":"mila"}}"""
                    .formatted(UUID.randomUUID(), CAMPAIGN));
        }

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> api.list("campaignId=" + CAMPAIGN).body("items[0].participation.posts", equalTo(5)));
        other.list("campaignId=" + CAMPAIGN).body("items[0].participation.posts", equalTo(5));
    }

    @Test
    void theLagIsMeasured() {
        // When
        var metrics = given().get("/q/metrics").then();

        // Then
        metrics.statusCode(200).body(containsString("groundswell_feed_lag_seconds{consumer=\"campaign-service.authors\""));
    }

    @Test
    void theServiceIsReadyWhateverTheFeedDoes() {
        // When
        var health = given().get("/q/health/ready").then();

        // Then
        health.statusCode(200).body("checks.name", org.hamcrest.Matchers.hasItem(containsString("PostgreSQL")));
    }
}
