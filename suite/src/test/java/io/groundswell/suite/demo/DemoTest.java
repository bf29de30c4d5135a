package io.groundswell.suite.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demo, when it cannot go on")
class DemoTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    private final Demo demo = new Demo(Path.of("demo"));

    @Test
    @DisplayName("leaves a workspace alone in which something happened already")
    void usedWorkspace() {
        try (StubGateway gateway = new StubGateway()) {
            // Given
            gateway.when("GET /v1/campaigns?limit=1", 200, "{\"items\":[{\"id\":\"1\"}],\"page\":{}}");

            // When
            int exit = demo.run(target(gateway.origin()), out);

            // Then
            assertEquals(Demo.NOT_AS_EXPECTED, exit);
            assertTrue(text().contains("workspace demo-1 is in use"), text());
            assertEquals(List.of("GET /v1/campaigns?limit=1"), gateway.requests());
        }
    }

    @Test
    @DisplayName("says that the suite is not there, and prints no token")
    void nobodyAnswers() {
        // Given
        URI origin;
        try (StubGateway gateway = new StubGateway()) {
            origin = gateway.origin();
        }

        // When
        int exit = demo.run(target(origin), out);

        // Then
        assertEquals(Demo.NOT_AS_EXPECTED, exit);
        assertTrue(text().contains("is the suite running?"), text());
        assertFalse(text().contains("secret"), text());
    }

    @Test
    @DisplayName("a fresh workspace's name says when it was made")
    void freshWorkspace() {
        // Given
        Clock clock = Clock.fixed(Instant.parse("2026-05-01T10:20:30.456Z"), ZoneOffset.UTC);

        // When
        String workspace = DemoTarget.freshWorkspace(clock);

        // Then
        assertEquals("demo-20260501-102030-456", workspace);
    }

    private static DemoTarget target(URI origin) {
        return new DemoTarget(origin, "demo-1", "secret-of-the-marketer", "secret-of-the-employee");
    }

    private String text() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
