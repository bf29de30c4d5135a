package io.groundswell.gateway.passthrough;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.gateway.StubServices;
import io.groundswell.gateway.upstream.Upstream;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PassThroughTest {
    @TestHTTPResource("/")
    java.net.URI origin;

    @ParameterizedTest
    @CsvSource({"/v1/campaigns, CAMPAIGN", "/v1/campaigns/7/launch, CAMPAIGN", "/v1/posts?limit=2, CAMPAIGN",
            "/v1/creators/7, CREATOR",
            "/v1/employees, ADVOCACY", "/v1/share-packs/7/shares, ADVOCACY", "/v1/share-totals?campaignId=7, ADVOCACY",
            "/s/abc, ADVOCACY"})
    void aPublicPathGoesToItsService(String path, Upstream upstream) {
        // Given
        StubServices.behave(upstream, request -> request.response().putHeader("X-Seen", upstream + " " + request.uri()).end());

        // When
        var answer = given().urlEncodingEnabled(false).get(path).then();

        // Then
        answer.statusCode(200).header("X-Seen", equalTo(upstream + " " + path)).header("X-Request-Id", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/campaignsx", "/v1", "/v1/nothing", "/v1/campaigns/../events",
            "/v1/campaigns/%2e%2e/events"})
    void whatIsNotPublicIsNotFound(String path) {
        // Given
        StubServices.answer(Upstream.CAMPAIGN, "{}");

        // When
        var answer = given().urlEncodingEnabled(false).get(path).then();

        // Then
        answer.statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theServiceSeesWhoAsksAndTheRequestsName() {
        // Given
        StubServices.behave(Upstream.CAMPAIGN,
                request -> request.response().putHeader("X-Seen", request.getHeader("Authorization")
                        + "|" + request.getHeader("X-Request-Id") + "|" + request.getHeader("X-Forwarded-For")).end());

        // When
        var answer = given().header("Authorization", "Bearer mine").header("X-Request-Id", "trace-1")
                .header("X-Forwarded-For", "10.1.1.1")
                .get("/v1/campaigns").then();

        // Then
        answer.header("X-Seen", equalTo("Bearer mine|trace-1|127.0.0.1"));
    }

    @Test
    void aServiceThatIsDownIsNamed() {
        // Given
        StubServices.cut(Upstream.CREATOR);

        // When
        var answer = given().get("/v1/creators").then();

        // Then
        answer.statusCode(503).contentType("application/problem+json").header("Retry-After", notNullValue())
                .body("detail", containsString("creator-service"));
    }

    @Test
    void theServicesProblemsComeThrough() {
        // Given
        StubServices.behave(Upstream.CAMPAIGN, request -> request.response().setStatusCode(412)
                .putHeader("Content-Type", "application/problem+json").end("{\"code\":\"precondition-failed\"}"));

        // When
        var answer = given().body("{}").post("/v1/campaigns/7/launch").then();

        // Then
        answer.statusCode(412).contentType("application/problem+json").body("code", equalTo("precondition-failed"));
    }

    @Test
    void aLargeBodyStreamsThrough() {
        // Given
        StubServices.behave(Upstream.CAMPAIGN,
                request -> request.body().onSuccess(body -> request.response().end("" + body.length())));
        byte[] body = new byte[20 << 20];

        // When
        var answer = given().contentType("application/x-ndjson").body(body).post("/v1/posts/ingest").then();

        // Then
        answer.statusCode(200).body(equalTo(Integer.toString(body.length)));
    }

    @Test
    void theReportStreamsBackWhileTheBodyIsSent() throws IOException {
        // Given
        StubServices.behave(Upstream.CAMPAIGN, request -> {
            var response = request.response().setChunked(true);
            request.handler(chunk -> response.write("seen " + chunk));
            request.endHandler(_ -> response.end("done\n"));
        });
        try (Socket socket = new Socket("localhost", origin.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out.write("""
                    POST /v1/posts/ingest HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    \r
                    4\r
                    one
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            out.flush();

            // When
            String first = lineWith(in, "seen");

            // Then
            assertEquals("seen one", first);
            out.write("4\r\ntwo\n\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertEquals("seen two", lineWith(in, "seen"));
            assertEquals("done", lineWith(in, "done"));
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotMadeWhole() throws IOException {
        // Given
        StubServices.behave(Upstream.CAMPAIGN, request -> request.response().setChunked(true).write("half")
                .onSuccess(_ -> request.connection().close()));
        try (Socket socket = new Socket("localhost", origin.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /v1/campaigns HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            // When
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            // Then
            assertEquals(false, answer.endsWith("0\r\n\r\n"));
        }
    }

    private static String lineWith(BufferedReader in, String text) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new IOException("The answer ended without: " + text);
    }
}
