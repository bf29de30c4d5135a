package io.groundswell.suite.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The public API as the demo uses it")
class PublicApiTest {

    private final StubGateway gateway = new StubGateway();
    private final HttpClient http = HttpClient.newHttpClient();
    private final PublicApi api = new PublicApi(http, gateway.origin(), "a-token");

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        http.close();
        gateway.close();
    }

    @Test
    @DisplayName("follows a list to its end, by cursor or by link")
    void pages() {
        // Given
        gateway.when("GET /v1/things?limit=2", 200, "{\"items\":[1,2],\"page\":{\"next\":\"a+b\"}}")
                .when("GET /v1/things?limit=2&cursor=a%2Bb", 200,
                        "{\"items\":[3],\"page\":{\"next\":\"/v1/things?cursor=c\"}}")
                .when("GET /v1/things?cursor=c", 200, "{\"items\":[4],\"page\":{\"next\":null}}");

        // When
        List<Integer> items = api.all("/v1/things?limit=2").stream().map(item -> item.asInt()).toList();

        // Then
        assertEquals(List.of(1, 2, 3, 4), items);
    }

    @Test
    @DisplayName("counts a report's outcomes and keeps the first rejected line")
    void report() throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("lines.ndjson"), "{}\n{}\n{}\n");
        gateway.when("POST /v1/import", 200, """
                {"line":1,"outcome":"CREATED"}
                {"line":2,"outcome":"REJECTED","detail":"no handle"}
                {"line":3,"outcome":"REJECTED","detail":"no network"}
                {"summary":{"lines":3}}
                """);

        // When
        PublicApi.Report report = api.upload("/v1/import", file, "application/x-ndjson");

        // Then
        assertEquals(Map.of("CREATED", 1, "REJECTED", 2), report.outcomes());
        assertEquals(2, report.firstRejected() == null ? 0 : report.firstRejected().path("line").asInt());
    }

    @Test
    @DisplayName("a report without its summary is not taken for a whole one")
    void reportCutOff() throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("lines.ndjson"), "{}\n");
        gateway.when("POST /v1/import", 200, "{\"line\":1,\"outcome\":\"CREATED\"}\n");

        // When
        DemoStopped stopped = assertThrows(DemoStopped.class,
                () -> api.upload("/v1/import", file, "application/x-ndjson"));

        // Then
        assertTrue(message(stopped).contains("no summary"), message(stopped));
    }

    @Test
    @DisplayName("an unexpected answer is told with the problem's words")
    void problem() {
        // Given
        gateway.when("GET /v1/things", 403, """
                {"title":"Not allowed","detail":"The scope is missing.","requestId":"r-1",\
                "errors":[{"pointer":"#/scope","detail":"needs things:read"}]}""");

        // When
        DemoStopped stopped = assertThrows(DemoStopped.class, () -> api.get("/v1/things").expect(200));

        // Then
        for (String part : List.of("GET /v1/things", "403", "Not allowed", "The scope is missing.", "needs things:read",
                "r-1")) {
            assertTrue(message(stopped).contains(part), message(stopped));
        }
    }

    private static String message(DemoStopped stopped) {
        return String.valueOf(stopped.getMessage());
    }
}
