package io.groundswell.creator.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.metrics.FollowerCount;

class FollowerHistoryTest {
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    @Test
    void steadyGrowthHasNoSteps() {
        // Given
        FollowerHistory history = daily(1_000, 1_010, 1_018, 1_031, 1_040, 1_050, 1_063, 1_070, 1_082, 1_090, 1_101, 1_110,
                1_119,
                1_131, 1_140);

        // When
        OptionalDouble share = history.shareInSteps();

        // Then
        assertEquals(0, share.orElseThrow());
    }

    @Test
    void aStepCountsWhatGoesBeyondTheUsualPace() {
        // Given
        FollowerHistory history = daily(1_000, 1_010, 1_020, 1_030, 1_040, 1_050, 1_060, 2_070, 2_080, 2_090, 2_100, 2_110,
                2_120,
                2_130, 2_140);

        // When
        OptionalDouble share = history.shareInSteps();

        // Then
        assertEquals(1_000 / 2_140.0, share.orElseThrow(), 1e-9);
    }

    @Test
    void aSmallAccountMayGrowByChance() {
        // Given
        FollowerHistory history = daily(40, 41, 41, 60, 60, 61, 61, 61, 62, 62, 62, 63, 63, 63, 64);

        // When
        OptionalDouble share = history.shareInSteps();

        // Then
        assertEquals(0, share.orElseThrow());
    }

    @Test
    void growthWhileNobodyLookedIsNoStep() {
        // Given
        List<FollowerCount> counts = new ArrayList<>(daily(1_000, 1_001, 1_002, 1_003, 1_004, 1_005, 1_006, 1_007, 1_008, 1_009,
                1_010, 1_011, 1_012, 1_013, 1_014).counts());
        counts.add(new FollowerCount(START.plus(Duration.ofDays(60)), 5_000));

        // When
        OptionalDouble share = new FollowerHistory(counts).shareInSteps();

        // Then
        assertEquals(0, share.orElseThrow());
    }

    @Test
    void lossesAreNoSteps() {
        // Given
        FollowerHistory history = daily(2_000, 1_990, 1_980, 1_000, 990, 980, 970, 960, 950, 940, 930, 920, 910, 900, 890);

        // When
        OptionalDouble share = history.shareInSteps();

        // Then
        assertEquals(0, share.orElseThrow());
    }

    @Test
    void tooShortOrTooSparseATimeSaysNothing() {
        // Given
        FollowerHistory aWeek = daily(1, 2, 3, 4, 5, 6, 7, 900);
        FollowerHistory monthly = new FollowerHistory(LongStream.range(0, 12)
                .mapToObj(month -> new FollowerCount(START.plus(Duration.ofDays(30 * month)), 100 * month)).toList());

        // When
        List<OptionalDouble> shares = List.of(aWeek.shareInSteps(), monthly.shareInSteps(),
                FollowerHistory.NONE.shareInSteps());

        // Then
        assertTrue(shares.stream().allMatch(OptionalDouble::isEmpty));
    }

    @Test
    void countsOfOneMomentAreOneInWhateverOrderTheyCome() {
        // Given
        List<FollowerCount> counts = new ArrayList<>();
        for (int day = 0; day < 15; day++) {
            counts.add(new FollowerCount(START.plus(Duration.ofDays(day)), 1_000 + day));
            counts.add(new FollowerCount(START.plus(Duration.ofDays(day)).plusSeconds(3_600), 1_000 + day));
        }
        Collections.reverse(counts);

        // When
        FollowerHistory history = new FollowerHistory(counts);

        // Then
        assertEquals(15, history.counts().size());
        assertEquals(0, history.shareInSteps().orElseThrow());
    }

    private static FollowerHistory daily(long... counts) {
        List<FollowerCount> history = new ArrayList<>();
        for (int day = 0; day < counts.length; day++) {
            history.add(new FollowerCount(START.plus(Duration.ofDays(day)), counts[day]));
        }
        return new FollowerHistory(history);
    }
}
