package io.groundswell.creator.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class FirstDigitsTest {

    @Test
    void everyCountIsSortedByItsFirstDigit() {
        // When
        FirstDigits digits = FirstDigits.of(List.of(0L, 1L, 19L, 200L, 9_999L, 10_000_000_000L, 0L));

        // Then
        assertEquals(List.of(3L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L), digits.counts());
        assertEquals(2, digits.zeros());
    }

    @Test
    void powersFollowBenford() {
        // Given
        List<Long> powers = LongStream.of(2, 3, 5, 7).boxed()
                .flatMap(base -> Stream.iterate(base, power -> power < Long.MAX_VALUE / base, power -> power * base)).toList();

        // When
        OptionalDouble divergence = FirstDigits.of(powers).divergence();

        // Then
        assertEquals(0, divergence.orElseThrow(), 0.01);
    }

    @Test
    void digitsThatAreEquallyFrequentDivergeByTheKnownAmount() {
        // Given
        List<Long> counts = LongStream.rangeClosed(1, 9).boxed().flatMap(digit -> Collections.nCopies(1_000, digit).stream())
                .toList();

        // When
        OptionalDouble divergence = FirstDigits.of(counts).divergence();

        // Then
        assertEquals(0.40, divergence.orElseThrow(), 0.005);
    }

    @Test
    void aLargerSampleIsSurerAndNotLarger() {
        // Given
        List<Long> some = Stream.generate(new Random(7)::nextGaussian).limit(400).map(x -> Math.round(80 + 20 * x)).toList();
        List<Long> more = Collections.nCopies(10, some).stream().flatMap(List::stream).toList();

        // When
        double small = FirstDigits.of(some).divergence().orElseThrow();
        double large = FirstDigits.of(more).divergence().orElseThrow();

        // Then
        assertEquals(small, large, 0.02);
        assertTrue(small > 0.3);
    }

    @Test
    void ninetyNineCountsSayNothing() {
        // When
        OptionalDouble divergence = FirstDigits.of(Stream.concat(Collections.nCopies(99, 5L).stream(),
                Collections.nCopies(500, 0L).stream()).toList()).divergence();

        // Then
        assertTrue(divergence.isEmpty());
    }

    @Test
    void thereAreNineDigits() {
        // When
        var refused = assertThrows(IllegalArgumentException.class, () -> new FirstDigits(List.of(1L), 0));

        // Then
        assertTrue(String.valueOf(refused.getMessage()).contains("nine"));
    }
}
