package io.groundswell.suite.demo.expectation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Engagement of a post relative to the people who could have engaged, as a fraction; the basis depends on the network. */
final class EngagementRate {

    private EngagementRate() {}

    /** The rate of one post; empty when likes are hidden or the basis is unknown or zero. */
    static Optional<BigDecimal> of(Line.Post post) {
        Line.Engagement counts = post.engagement();
        Long likes = counts.likes();
        Long basis = switch (post.network()) {
            case "TIKTOK", "YOUTUBE" -> counts.views();
            case "X", "LINKEDIN" -> counts.impressions() != null ? counts.impressions() : post.followers();
            default -> post.followers();
        };
        if (likes == null || basis == null || basis == 0) {
            return Optional.empty();
        }
        boolean sharesCount = !post.network().equals("INSTAGRAM") && !post.network().equals("FACEBOOK");
        long engaged = likes + orZero(counts.comments()) + (sharesCount ? orZero(counts.shares()) : 0);
        return Optional.of(BigDecimal.valueOf(engaged).divide(BigDecimal.valueOf(basis), MathContext.DECIMAL64));
    }

    /** The middle value, or the mean of the two in the middle; empty for no values. */
    static Optional<BigDecimal> median(List<BigDecimal> rates) {
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> sorted = rates.stream().sorted().toList();
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        return Optional.of(lower.add(upper).divide(BigDecimal.TWO, MathContext.DECIMAL64));
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
