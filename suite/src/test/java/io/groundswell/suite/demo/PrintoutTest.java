package io.groundswell.suite.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the demo prints")
class PrintoutTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    @Test
    @DisplayName("columns stand straight below each other in every script")
    void columns() {
        // Given
        Printout print = new Printout(out, false);

        // When
        print.table("<>", List.of("post", "likes"), List.of(List.of("港 ☕", "7"), List.of("कॉफ़ी", "12")));

        // Then
        assertEquals("""
                      post   likes
                      港 ☕      7
                      कॉफ़ी      12
                """.lines().toList(), told.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    @DisplayName("colour only when wanted")
    void colour() {
        // Given
        Printout plain = new Printout(out, false);
        Printout colourful = new Printout(out, true);

        // When
        plain.good("done");
        colourful.good("done");

        // Then
        assertEquals(List.of("✔ done", "\u001b[32m✔ \u001b[0mdone"),
                told.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
