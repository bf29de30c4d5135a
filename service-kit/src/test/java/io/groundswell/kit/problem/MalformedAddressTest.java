package io.groundswell.kit.problem;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** Sends addresses that HTTP clients refuse to send. */
@QuarkusTest
class MalformedAddressTest {

    @Test
    void anAddressThatIsNoUriIsABadRequest() throws IOException {
        for (String address : new String[]{"/v1/trials?status=a|b", "/v1/trials?status=%zz", "/v1/tri<als", "/%"}) {
            // When
            String response = get(address);

            // Then
            assertTrue(response.startsWith("HTTP/1.1 400 "), response);
            assertTrue(response.contains("application/problem+json") && response.contains("\"bad-request\""), response);
        }
    }

    @Test
    void aPathThatLeavesItsRootIsNotFound() throws IOException {
        // When
        String response = get("/../../etc/passwd");

        // Then
        assertTrue(response.startsWith("HTTP/1.1 404 ") && response.contains("\"not-found\""), response);
    }

    private static String get(String address) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
