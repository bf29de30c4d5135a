package io.groundswell.kit.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ClockTest {
    @Inject
    Clock clock;

    @Test
    void theTimeIsInUtc() {
        assertEquals(ZoneOffset.UTC, clock.getZone());
    }
}
