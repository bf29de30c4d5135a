package io.groundswell.creator.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.metrics.EngagementRate.Exclusion;
import io.groundswell.creator.metrics.EngagementRate.Interval;
import io.groundswell.creator.metrics.EngagementRate.Parts;
import io.groundswell.creator.metrics.EngagementRate.Unmeasured;
import io.groundswell.creator.tier.Tier;

/** The example of {@code docs/metrics.md}. */
class WorkedExampleTest {
    private static final Instant NOW = Instant.parse("2026-05-31T12:00:00Z");
    private static final AccountSample MILA = new AccountSample(UUID.fromString("01a20850-0000-7000-8000-000000000102"),
            Network.INSTAGRAM, 1200L, Tier.NANO,
            List.of(post(1, 60L, 6L), post(5, 48L, 4L), post(9, 72L, 12L), post(14, 40L, 4L), post(20, null, 8L)), null);

    @Test
    void theExampleIsWhatTheServiceComputes() {
        // When
        EngagementRate rate = Measuring.measure(MILA, RateRequest.DEFAULT, NOW);

        // Then
        assertEquals(new BigDecimal("0.049167"), rate.raw());
        assertEquals(new BigDecimal("0.041917"), rate.shrunk());
        assertEquals(rate.shrunk(), rate.rate());
        assertEquals(new Interval(new BigDecimal("0.95"), new BigDecimal("0.019397"), new BigDecimal("0.090586")),
                rate.interval());
        var prior = rate.prior();
        assertNotNull(prior);
        assertEquals(new BigDecimal("0.684528"), prior.sampleWeight());
        assertEquals(new Parts(220L, 26L, null, null, 4800), rate.parts());
        assertEquals(4, rate.n());
        assertEquals(List.of(new Exclusion(Unmeasured.HIDDEN_LIKES, 1)), rate.excluded());
    }

    @Test
    void thePageSaysTheSame() throws IOException {
        // When
        String page = Files.readString(Path.of("..", "docs", "metrics.md"));

        // Then
        for (String figure : List.of("**0.049167**", "**0.684528**", "**0.041917**", "**0.019397**", "**0.090586**")) {
            assertTrue(page.contains(figure), figure);
        }
    }

    private static AccountSample.Post post(int day, @Nullable Long likes, Long comments) {
        return new AccountSample.Post(Instant.parse("2026-05-%02dT09:00:00Z".formatted(day)),
                new Reactions(likes, comments, null, null, null, null, null));
    }
}
