package io.groundswell.gateway.passthrough;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.gateway.StubServices;
import io.groundswell.gateway.testing.RawConnection;
import io.groundswell.gateway.upstream.Upstream;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

@QuarkusTest
class StreamsTest {
    private static final String[] CHUNKED_INGEST = {"POST /v1/posts/ingest HTTP/1.1", "Host: gw",
            "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked"};

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void aRequestReachesItsServiceAsItWasSent() throws Exception {
        // Given
        CompletableFuture<String> seen = new CompletableFuture<>();
        StubServices.behave(Upstream.CREATOR, request -> request.body().onSuccess(body -> {
            seen.complete(request.method() + " " + request.uri() + " " + request.getHeader("Authorization") + " "
                    + request.getHeader("If-Match") + " " + body);
            request.response().setStatusCode(201).putHeader("Location", "/v1/creators/7").putHeader("ETag", "\"7.1\"")
                    .putHeader("Content-Type", "application/json").end("{\"id\":\"7\"}");
        }));

        // When
        Response response = given().urlEncodingEnabled(false).header("Authorization", "Bearer abc")
                .header("If-Match", "\"7.0\"")
                .contentType("application/json").body("{\"a\":1}").post("/v1/creators?q=a%2Fb&limit=5");

        // Then
        response.then().statusCode(201).header("Location", "/v1/creators/7").header("ETag", "\"7.1\"").body("id", equalTo("7"));
        assertEquals("POST /v1/creators?q=a%2Fb&limit=5 Bearer abc \"7.0\" {\"a\":1}", seen.get(5, TimeUnit.SECONDS));
    }

    @Test
    void whatIsNotModifiedHasNoBodyAndAnnouncesNone() {
        // Given
        StubServices.behave(Upstream.CREATOR,
                request -> request.response().setStatusCode(304).putHeader("ETag", "\"7.1\"").end());

        // When
        Response first = given().header("If-None-Match", "\"7.1\"").get("/v1/creators/7");

        // Then
        assertNull(first.then().statusCode(304).header("ETag", "\"7.1\"").extract().header("Transfer-Encoding"));
        given().header("If-None-Match", "\"7.1\"").get("/v1/creators/7").then().statusCode(304);
    }

    @Test
    void theServiceLearnsWhoAsksAndByWhichName() throws Exception {
        // Given
        CompletableFuture<MultiMap> seen = headersAt("/v1/campaigns?trial=7");

        // When
        Response response = given().header("X-Request-Id", "trial-7").header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example").header("Forwarded", "for=203.0.113.9")
                .get("/v1/campaigns?trial=7");

        // Then
        MultiMap headers = seen.get(5, TimeUnit.SECONDS);
        assertEquals("trial-7", headers.get("X-Request-Id"));
        assertEquals("127.0.0.1", headers.get("X-Forwarded-For"));
        assertEquals("http", headers.get("X-Forwarded-Proto"));
        assertEquals("localhost:" + RestAssured.port, headers.get("X-Forwarded-Host"));
        assertNull(headers.get("Forwarded"));
        assertEquals(java.util.List.of("trial-7"), response.headers().getValues("X-Request-Id"));
    }

    @Test
    void whatConcernsOneConnectionStaysThere() throws Exception {
        // Given
        CompletableFuture<MultiMap> seen = headersAt("/v1/campaigns?trial=8");

        try (var connection = new RawConnection(RestAssured.port)) {

            // When
            String answer = connection
                    .sendHead("GET /v1/campaigns?trial=8 HTTP/1.1", "Host: gw", "Connection: close, X-Private",
                            "X-Private: 1", "TE: trailers", "Upgrade: other", "Keep-Alive: timeout=5")
                    .readUntil("{}");

            // Then
            MultiMap headers = seen.get(5, TimeUnit.SECONDS);
            assertNull(headers.get("X-Private"));
            assertNull(headers.get("TE"));
            assertNull(headers.get("Upgrade"));
            assertNull(headers.get("Keep-Alive"));
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(!answer.contains("X-Hop"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/campaigns/../events", "/v1/campaigns/%2e%2e/events", "/v1/campaigns/..%2fevents",
            "/v1/campaigns%2f..%2fevents", "//v1/campaigns", "/v1/campaigns/", "/s/a/b", "/v1/nothing"})
    void whatIsNotPublicIsNotThere(String path) throws Exception {
        // Given
        StubServices.behave(Upstream.CAMPAIGN, request -> requests.incrementAndGet());
        StubServices.behave(Upstream.ADVOCACY, request -> requests.incrementAndGet());

        // When
        String answer = raw("GET " + path + " HTTP/1.1", "Host: gw", "Connection: close");

        // Then
        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertEquals(0, requests.get());
    }

    @Test
    void aReportStreamsBackWhileTheBodyIsStillSent() throws Exception {
        // Given
        StubServices.behave(Upstream.CAMPAIGN, StreamsTest::echo);
        try (var connection = new RawConnection(RestAssured.port)) {
            connection.sendHead(CHUNKED_INGEST).sendChunk("{\"line\":1}\n");

            // When
            String first = connection.readUntil("{\"line\":1}\n");
            String second = connection.sendChunk("{\"line\":2}\n").readUntil("{\"line\":2}\n");
            connection.send("0\r\n\r\n").readUntil("0\r\n\r\n");

            // Then
            assertTrue(first.startsWith("HTTP/1.1 200"), first);
            assertTrue(second.contains("{\"line\":2}"), second);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyMegabytesPassInBothDirections(boolean chunked) throws Exception {
        // Given
        StubServices.behave(Upstream.CAMPAIGN, StreamsTest::echo);
        String line = "{\"text\":\"" + "wave ".repeat(200) + "\"}\n";
        byte[] body = line.repeat(12_000).getBytes(StandardCharsets.UTF_8);
        var publisher = chunked
                ? HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))
                : HttpRequest.BodyPublishers.ofByteArray(body);
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {

            // When
            HttpResponse<byte[]> response = client.send(HttpRequest.newBuilder(gateway("/v1/posts/ingest"))
                    .header("Content-Type", "application/x-ndjson").POST(publisher).build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            // Then
            assertEquals(200, response.statusCode());
            assertEquals(body.length, response.body().length);
            assertTrue(java.util.Arrays.equals(body, response.body()), "every byte in order");
        }
    }

    @Test
    void aServiceThatIsAwayIsNamed() {
        // Given
        StubServices.cut(Upstream.ADVOCACY);

        // When
        Response response = given().get("/v1/employees");

        // Then
        response.then().statusCode(503).contentType("application/problem+json").header("Retry-After", "5")
                .body("code", equalTo("service-unavailable")).body("detail", containsString("advocacy-service"))
                .body("instance", equalTo("/v1/employees"))
                .body("requestId", equalTo(response.getHeader("X-Request-Id")));
    }

    @Test
    void aServiceThatIsAwayIsNamedEvenWhenABodyCame() {
        // Given
        StubServices.cut(Upstream.ADVOCACY);

        // When
        Response response = given().contentType("text/csv").body("workEmail,name\n".repeat(10_000))
                .post("/v1/employees/import");

        // Then
        response.then().statusCode(503).contentType("application/problem+json");
    }

    @Test
    void aServiceThatIsSilentIsGivenUp() {
        // Given
        StubServices.behave(Upstream.CREATOR, request -> {});

        // When
        Response response = given().get("/v1/creators");

        // Then
        response.then().statusCode(504).contentType("application/problem+json").body("code", equalTo("gateway-timeout"))
                .body("detail", containsString("creator-service"));
    }

    @Test
    void aServiceThatHangsUpBeforeItAnswersIsUnavailable() {
        // Given
        StubServices.behave(Upstream.CREATOR, request -> request.connection().close());

        // When
        Response response = given().get("/v1/creators");

        // Then
        response.then().statusCode(503).contentType("application/problem+json");
    }

    @Test
    void anAnswerThatIsCutShortIsNotPassedOffAsWhole() throws Exception {
        // Given
        StubServices.behave(Upstream.CREATOR, request -> request.response().setChunked(true).write("{\"items\":[")
                .onComplete(_ -> request.connection().close()));

        // When
        String answer = raw("GET /v1/creators HTTP/1.1", "Host: gw");

        // Then
        assertTrue(answer.contains("{\"items\":["), answer);
        assertTrue(!answer.endsWith("0\r\n\r\n"), "the last chunk would say that all is there: " + answer);
    }

    @Test
    void aClientThatHangsUpEndsTheServicesWork() throws Exception {
        // Given
        CompletableFuture<Void> ended = new CompletableFuture<>();
        StubServices.behave(Upstream.CAMPAIGN, request -> {
            request.response().closeHandler(_ -> ended.complete(null));
            request.response().setChunked(true).write("{}\n");
        });
        var connection = new RawConnection(RestAssured.port);
        connection.sendHead(CHUNKED_INGEST).sendChunk("{}\n").readUntil("{}\n");

        // When
        connection.close();

        // Then
        ended.get(5, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Content-Length: 5|Content-Length: 6",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked, identity"})
    void aRequestThatEndsInTwoPlacesIsRefused(String headers) throws Exception {
        // Given
        StubServices.behave(Upstream.CAMPAIGN, request -> {
            requests.incrementAndGet();
            request.response().end("{}");
        });

        // When
        String answer = raw("POST /v1/posts/ingest HTTP/1.1", "Host: gw", "Content-Type: application/x-ndjson",
                headers.replace("|", "\r\n"), "", "0", "", "GET /v1/campaigns HTTP/1.1", "Host: gw");

        // Then
        assertTrue(answer.startsWith("HTTP/1.1 400") || answer.startsWith("HTTP/1.1 501"), answer);
        assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, () -> "one answer, then the end: " + answer);
        given().get("/v1/campaigns").then().statusCode(200);
        assertEquals(1, requests.get(), "only what came after: bytes behind a body without an end are no request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5|Transfer-Encoding: chunked", "Transfer-Encoding: chunked|Content-Length: 5"})
    void ofTwoEndsOnlyTheOneThatCountsIsSentOn(String headers) throws Exception {
        // Given
        CompletableFuture<MultiMap> seen = headersAt("/v1/posts/ingest?trial=9");
        try (var connection = new RawConnection(RestAssured.port)) {

            // When
            connection.sendHead("POST /v1/posts/ingest?trial=9 HTTP/1.1", "Host: gw", headers.replace("|", "\r\n"))
                    .sendChunk("GET /v1/events HTTP/1.1\r\n\r\n").send("0\r\n\r\n").readUntil("{}");

            // Then
            assertNull(seen.get(5, TimeUnit.SECONDS).get("Content-Length"), "RFC 9112 §6.3: Transfer-Encoding counts");
            assertEquals("chunked", seen.get(5, TimeUnit.SECONDS).get("Transfer-Encoding"));
        }
    }

    @Test
    void aSlowReaderSlowsTheServiceInsteadOfFillingTheGateway() throws Exception {
        // Given
        var written = new AtomicLong();
        byte[] block = new byte[64 * 1024];
        StubServices.behave(Upstream.CAMPAIGN, request -> {
            var response = request.response().setChunked(true);
            Runnable fill = () -> {
                while (!response.writeQueueFull() && !response.closed()) {
                    written.addAndGet(block.length);
                    response.write(io.vertx.core.buffer.Buffer.buffer(block));
                }
            };
            response.drainHandler(_ -> fill.run());
            fill.run();
        });
        try (HttpClient client = HttpClient.newHttpClient()) {

            // When
            HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(gateway("/v1/posts")).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            long read = IntStream.range(0, 16).mapToLong(_ -> read(response.body(), block.length)).sum();

            // Then
            assertEquals(16L * block.length, read);
            assertTrue(written.get() < 64L * 1024 * 1024, () -> written + " bytes are somewhere between service and client");
            response.body().close();
        }
    }

    private static long read(InputStream in, int length) {
        try {
            return in.readNBytes(length).length;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The headers of the request to this address only: calls of tests before may still be on their way. */
    private static CompletableFuture<MultiMap> headersAt(String uri) {
        CompletableFuture<MultiMap> seen = new CompletableFuture<>();
        StubServices.behave(Upstream.CAMPAIGN, request -> {
            if (request.uri().equals(uri)) {
                seen.complete(request.headers());
            }
            request.response().putHeader("X-Request-Id", String.valueOf(request.getHeader("X-Request-Id")))
                    .putHeader("Connection", "X-Hop").putHeader("X-Hop", "1").end("{}");
        });
        return seen;
    }

    private static void echo(HttpServerRequest request) {
        var response = request.response().setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        request.pipeTo(response);
    }

    private static String raw(String... head) throws Exception {
        try (var connection = new RawConnection(RestAssured.port)) {
            return connection.sendHead(head).readToEnd();
        }
    }

    private static URI gateway(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }
}
