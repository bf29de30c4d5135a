package io.groundswell.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ports of a suite")
class PortsTest {

    @Test
    @DisplayName("follow the gateway's in a fixed order")
    void consecutive() {
        // When
        Ports ports = Ports.from(8080);

        // Then
        assertThat(ports.byPurpose()).containsExactly(Map.entry("gateway", 8080), Map.entry("creator-service", 8081),
                Map.entry("campaign-service", 8082),
                Map.entry("advocacy-service", 8083), Map.entry("token issuer", 8084), Map.entry("PostgreSQL", 8085));
    }

    @Test
    @DisplayName("end where the system's end")
    void tooHigh() {
        // When, Then
        assertThatThrownBy(() -> Ports.from(65_531)).isInstanceOf(SuiteException.class).hasMessageContaining("65536")
                .hasMessageContaining("--port");
    }

    @Test
    @DisplayName("are all different when the system chooses them")
    void free() {
        // When
        Ports ports = Ports.free();

        // Then
        assertThat(ports.byPurpose().values()).doesNotHaveDuplicates().hasSize(6);
        assertThat(ports.taken()).isEmpty();
    }

    @Test
    @DisplayName("are named with what they are for when another program has one")
    void taken() throws IOException {
        // Given
        Ports ports = Ports.free();
        int issuer = ports.of(Ports.ISSUER);
        try (ServerSocket _ = new ServerSocket(issuer, 1, InetAddress.ofLiteral("127.0.0.1"))) {

            // When, Then
            assertThatThrownBy(ports::requireFree).isInstanceOf(SuiteException.class)
                    .hasMessageStartingWith("Port " + issuer + " (token issuer) is taken")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    @DisplayName("count as taken by a program that listens on every address")
    void takenEverywhere() throws IOException {
        // Given
        Ports ports = Ports.free();
        try (ServerSocket _ = new ServerSocket(ports.of("gateway"))) {

            // When
            Map<String, Integer> taken = ports.taken();

            // Then
            assertThat(taken).containsOnlyKeys("gateway");
        }
    }
}
