package io.groundswell.creator.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.metrics.AccountSample.Post;
import io.groundswell.creator.metrics.AccountSample.Totals;
import io.groundswell.creator.metrics.EngagementRate.Basis;
import io.groundswell.creator.metrics.EngagementRate.Exclusion;
import io.groundswell.creator.metrics.EngagementRate.Unmeasured;
import io.groundswell.creator.tier.Tier;

class EngagementMeasurementTest {
    private static final Instant NOW = Instant.parse("2026-05-31T12:00:00Z");

    @Test
    void aLargeSampleSpeaksForItself() {
        // Given
        List<Post> posts = IntStream.rangeClosed(1, 11).mapToObj(i -> post(i, reactions(10L * i, 0L))).toList();

        // When
        EngagementRate rate = Measuring.measure(account(Network.INSTAGRAM, 2000L, posts), RateRequest.DEFAULT, NOW);

        // Then
        assertEquals(new BigDecimal("0.030000"), rate.rate());
        assertNull(rate.shrunk());
        assertNull(rate.prior());
        assertNotNull(rate.interval());
        assertEquals(11, rate.n());
    }

    @Test
    void oneFollowerLessIsASmallSample() {
        // Given
        List<Post> posts = IntStream.rangeClosed(1, 11).mapToObj(i -> post(i, reactions(10L * i, 0L))).toList();

        // When
        EngagementRate rate = Measuring.measure(account(Network.INSTAGRAM, 1999L, posts), RateRequest.DEFAULT, NOW);

        // Then
        assertEquals(rate.shrunk(), rate.rate());
        assertNotNull(rate.prior());
    }

    @Test
    void hiddenLikesAreNoRateAndNeverZero() {
        // Given
        List<Post> posts = List.of(post(1, reactions(null, 5L)), post(2, reactions(null, 7L)));

        // When
        EngagementRate rate = Measuring.measure(account(Network.INSTAGRAM, 5000L, posts), RateRequest.DEFAULT, NOW);

        // Then
        assertNull(rate.rate());
        assertNull(rate.raw());
        assertEquals(Unmeasured.HIDDEN_LIKES, rate.reason());
        assertEquals(List.of(new Exclusion(Unmeasured.HIDDEN_LIKES, 2)), rate.excluded());
        assertEquals(0, rate.n());
    }

    @Test
    void viewsCountOnTikTokAndSharesWithThem() {
        // Given
        List<Post> posts = List.of(
                post(1, new Reactions(30L, 10L, 10L, 99L, 1000L, null, null)),
                post(2, new Reactions(30L, 10L, 10L, 99L, null, null, null)));

        // When
        EngagementRate rate = Measuring.measure(account(Network.TIKTOK, null, posts), RateRequest.DEFAULT, NOW);

        // Then
        assertEquals(Method.BY_VIEWS, rate.method());
        assertEquals(new BigDecimal("0.050000"), rate.raw());
        assertEquals(List.of(new Exclusion(Unmeasured.UNKNOWN_AUDIENCE, 1)), rate.excluded());
        assertEquals(Long.valueOf(10), rate.parts().shares());
        assertNull(rate.parts().saves());
    }

    @Test
    void theMethodThatMeasuresMorePostsIsTaken() {
        // Given
        Post withImpressions = post(1, new Reactions(10L, 0L, 0L, null, null, 1000L, null));
        List<Post> others = IntStream.range(2, 5).mapToObj(i -> post(i, reactions(20L, 0L))).toList();

        // When
        EngagementRate rate = Measuring.measure(
                account(Network.X, 1000L, Stream.concat(Stream.of(withImpressions), others.stream()).toList()),
                RateRequest.DEFAULT, NOW);

        // Then
        assertEquals(Method.BY_FOLLOWERS, rate.method());
        assertEquals(4, rate.n());
        assertEquals(Method.BY_IMPRESSIONS, Measuring
                .measure(account(Network.X, 1000L, List.of(withImpressions)), RateRequest.DEFAULT, NOW).method());
    }

    @Test
    void postsBeforeTheWindowDoNotCount() {
        // Given
        List<Post> posts = List.of(post(59, reactions(10L, 0L)), post(61, reactions(900L, 0L)));
        AccountSample account = account(Network.MASTODON, 1000L, posts);

        // When
        EngagementRate rate = Measuring.measure(account, RateRequest.DEFAULT, NOW);

        // Then
        assertEquals(new BigDecimal("0.010000"), rate.raw());
        assertEquals(60, rate.windowDays());
        assertEquals(2, Measuring.measure(account, new RateRequest(null, null, 90), NOW).n());
    }

    @Test
    void sumsStandInForPostsAsAMean() {
        // Given
        var totals = new Totals(NOW.minus(Duration.ofDays(3)), 12, reactions(1834L, 210L));
        var account = new AccountSample(new UUID(0, 7), Network.INSTAGRAM, 4260L, Tier.NANO, List.of(), totals);

        // When
        EngagementRate rate = Measuring.measure(account, RateRequest.DEFAULT, NOW);

        // Then: 2044 / (12 · 4260)
        assertEquals(Basis.SNAPSHOT, rate.basis());
        assertEquals(Aggregator.MEAN, rate.aggregator());
        assertEquals(new BigDecimal("0.039984"), rate.raw());
        assertEquals(12, rate.n());
        assertEquals(12 * 4260, rate.parts().audience());
        assertEquals(Unmeasured.NO_POSTS,
                Measuring.measure(account, new RateRequest(null, Aggregator.MEDIAN, null), NOW).reason());
    }

    @Test
    void noReactionsToManyPostsAreNotAnIntervalOfZero() {
        // Given
        List<Post> posts = IntStream.rangeClosed(1, 12).mapToObj(i -> post(i, reactions(0L, 0L))).toList();

        // When
        EngagementRate rate = Measuring.measure(account(Network.BLUESKY, 3000L, posts), RateRequest.DEFAULT, NOW);

        // Then
        assertEquals(new BigDecimal("0.000000"), rate.raw());
        assertNotNull(rate.prior());
        assertNotNull(rate.interval());
    }

    private static AccountSample account(Network network, @Nullable Long followers, List<Post> posts) {
        return new AccountSample(new UUID(0, 7), network, followers, Tier.NANO, posts, null);
    }

    private static Post post(int daysAgo, Reactions reactions) {
        return new Post(NOW.minus(Duration.ofDays(daysAgo)), reactions);
    }

    private static Reactions reactions(@Nullable Long likes, Long comments) {
        return new Reactions(likes, comments, null, null, null, null, null);
    }
}
