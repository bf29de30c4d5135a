package io.groundswell.campaign.rights.request;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.kit.problem.ProblemException;

class ThrottleTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private final Throttle throttle = new Throttle(20, 100);

    @Test
    @DisplayName("Who waited as long as told is let through")
    void waitingHelps() {
        // Given
        Instant sent = NOW.minus(Duration.ofMinutes(59)).plusMillis(1);
        var refused = assertThrows(ProblemException.class, () -> throttle.pass(NOW, sent, null));
        long wait = Long.parseLong(header(refused, "Retry-After"));

        // When
        Instant later = NOW.plusSeconds(wait);

        // Then
        assertEquals(61, wait);
        assertDoesNotThrow(() -> throttle.pass(later, sent, null));
        assertThrows(ProblemException.class, () -> throttle.pass(later.minusSeconds(1), sent, null));
    }

    @Test
    @DisplayName("The longer of two waits is told, with the policy")
    void headers() {
        // When
        var refused = assertThrows(ProblemException.class,
                () -> throttle.pass(NOW, NOW.minusSeconds(10), NOW.minus(Duration.ofHours(20))));

        // Then
        assertEquals("14400", header(refused, "Retry-After"));
        assertEquals("\"hour\";q=20;w=3600, \"day\";q=100;w=86400", header(refused, "RateLimit-Policy"));
        assertEquals("\"day\";r=0;t=14400", header(refused, "RateLimit"));
    }

    @Test
    @DisplayName("Where fewer were sent than may be, one more passes")
    void below() {
        // When, then
        assertDoesNotThrow(() -> throttle.pass(NOW, null, null));
    }

    private static String header(ProblemException problem, String name) {
        return problem.headers().stream().filter(header -> header.getKey().equals(name)).findFirst().orElseThrow().getValue();
    }
}
