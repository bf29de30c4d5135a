package io.groundswell.creator.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.audience.AudienceQuality.Estimated;
import io.groundswell.creator.audience.AudienceQuality.NotEnoughData;
import io.groundswell.creator.creator.Network;

class CreatorAudienceTest {

    @Test
    void eachAccountCountsByItsFollowers() {
        // Given
        CreatorAudience audience = new CreatorAudience(List.of(judged(3_000L, "0.900"), judged(1_000L, "0.500")));

        // When
        BigDecimal probability = audience.probability();

        // Then
        assertEquals(new BigDecimal("0.800"), probability);
        assertEquals(new BigDecimal("1.00"), audience.judgedShare());
    }

    @Test
    void halfOfTheFollowersIsEnough() {
        // Given
        CreatorAudience audience = new CreatorAudience(List.of(unknown(1_000L), judged(1_000L, "0.700"), unknown(null)));

        // When
        BigDecimal probability = audience.probability();

        // Then
        assertEquals(new BigDecimal("0.700"), probability);
        assertEquals(new BigDecimal("0.50"), audience.judgedShare());
    }

    @Test
    void aSmallAccountDoesNotSpeakForALargeOne() {
        // Given
        CreatorAudience audience = new CreatorAudience(List.of(unknown(9_000L), judged(500L, "0.900")));

        // When
        BigDecimal probability = audience.probability();

        // Then
        assertNull(probability);
        assertEquals(new BigDecimal("0.05"), audience.judgedShare());
    }

    @Test
    void withoutFollowersThereIsNoAudience() {
        // Given
        CreatorAudience audience = new CreatorAudience(List.of(judged(0L, "0.900")));

        // When
        BigDecimal probability = audience.probability();

        // Then
        assertNull(probability);
    }

    private static AccountAudience judged(long followers, String probability) {
        return account(followers, new Estimated(new BigDecimal(probability), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE,
                List.of(), List.of()));
    }

    private static AccountAudience unknown(@Nullable Long followers) {
        return account(followers, new NotEnoughData(BigDecimal.ZERO, List.of()));
    }

    private static AccountAudience account(@Nullable Long followers, AudienceQuality quality) {
        return new AccountAudience(UUID.randomUUID(), UUID.randomUUID(), Network.X, "mila", followers, quality);
    }
}
