package io.groundswell.suite.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pause before a dead process is started again")
class BackOffTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    @DisplayName("doubles from half a second to half a minute")
    void doubles() {
        // Given
        Stream<BackOff> deaths = Stream
                .iterate(BackOff.startedAt(START).diedAt(START), backOff -> backOff.restartedAt(START).diedAt(START)).limit(8);

        // When
        var pauses = deaths.map(BackOff::pause).map(Duration::toMillis).toList();

        // Then
        assertThat(pauses).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    @DisplayName("is short again once the process has lived for a minute")
    void grownUp() {
        // Given
        BackOff often = new BackOff(6, START);

        // When
        BackOff later = often.diedAt(START.plus(Duration.ofMinutes(1)));

        // Then
        assertThat(later.pause()).isEqualTo(Duration.ofMillis(500));
    }
}
