package io.groundswell.kit.body;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
class BodyLimitTest {
    private static final int LIMIT = 1024 * 1024;

    @Test
    void aBodyAtTheLimitIsReadOnTheEventLoop() throws Exception {
        // When
        HttpResponse<String> response = post("", "application/json", BodyPublishers.ofByteArray(json(LIMIT)));

        // Then
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("\"eventLoop\":true"), "a session that begins here must not hop threads");
    }

    @Test
    void aDeclaredLengthAboveTheLimitIsRefused() throws Exception {
        // When
        HttpResponse<String> response = post("", "application/json", BodyPublishers.ofByteArray(json(LIMIT + 1)));

        // Then
        assertTooLarge(response);
    }

    @Test
    void aChunkedBodyAboveTheLimitIsRefused() throws Exception {
        // When
        HttpResponse<String> response = post("", "application/json", chunked(3 * LIMIT));

        // Then
        assertTooLarge(response);
    }

    @Test
    void anEnormousDeclaredLengthIsRefusedBeforeItIsSent() throws Exception {
        // Given
        HttpRequest request = request("", "application/json", BodyPublishers.fromPublisher(chunked(LIMIT), 1L << 40))
                .expectContinue(true).build();

        // When
        HttpResponse<String> response = client().send(request, HttpResponse.BodyHandlers.ofString());

        // Then
        assertTooLarge(response);
    }

    @Test
    void theConnectionServesOnAfterARefusal() throws Exception {
        // Given
        HttpClient client = client();
        client.send(request("", "application/json", chunked(3 * LIMIT)).build(),
                HttpResponse.BodyHandlers.ofString());

        // When
        HttpResponse<String> response = client.send(
                request("", "application/json", BodyPublishers.ofByteArray(json(100))).build(),
                HttpResponse.BodyHandlers.ofString());

        // Then
        assertEquals(200, response.statusCode());
    }

    @Test
    void plainTextHasTheSameLimit() throws Exception {
        // When
        HttpResponse<String> response = post("/text", "text/plain", chunked(LIMIT + 1));

        // Then
        assertTooLarge(response);
    }

    @Test
    void bulkBodiesAreUnlimited() throws Exception {
        for (String type : new String[]{"application/x-ndjson", "text/csv; charset=utf-8", "Text/CSV"}) {
            // When
            HttpResponse<String> chunked = post("/bulk", type, chunked(20 * LIMIT));
            HttpResponse<String> declared = post("/bulk", type, BodyPublishers.ofByteArray(new byte[3 * LIMIT]));

            // Then
            assertEquals("{\"bytes\":" + 20 * LIMIT + "}", chunked.body());
            assertEquals("{\"bytes\":" + 3 * LIMIT + "}", declared.body());
        }
    }

    @Test
    void brokenUtf8IsRefused() {
        // Given
        byte[] body = "{\"name\":\"Z?rich\",\"count\":1}".getBytes(StandardCharsets.ISO_8859_1);
        body[10] = (byte) 0xFC;

        // When
        Response response = given().contentType(ContentType.JSON).body(body).post("/v1/trials");

        // Then
        malformed(response, "not well-formed UTF-8");
    }

    @Test
    void anotherEncodingIsRefusedDeclaredOrNot() {
        // Given
        byte[] body = "{\"name\":\"a\",\"count\":1}".getBytes(StandardCharsets.UTF_16LE);

        // When
        Response declared = given().header("Content-Type", "application/json; charset=utf-16").body(body)
                .post("/v1/trials");
        Response hidden = given().header("Content-Type", "application/json").body(body).post("/v1/trials");

        // Then
        malformed(declared, "not as utf-16");
        malformed(hidden, "NUL");
    }

    private static void malformed(Response response, String detail) {
        response.then().statusCode(400).contentType("application/problem+json").body("code", equalTo("malformed-json"))
                .body("detail", containsString(detail));
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertEquals(413, response.statusCode());
        assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
        assertTrue(response.body().contains("\"payload-too-large\"") && response.body().contains("1048576 bytes"),
                response.body());
    }

    private static byte[] json(int length) {
        String head = "{\"name\":\"";
        String tail = "\",\"count\":1}";
        return (head + "a".repeat(length - head.length() - tail.length()) + tail).getBytes(StandardCharsets.US_ASCII);
    }

    private static BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpRequest.Builder request(String path, String type, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/trials" + path))
                .header("Content-Type", type).POST(body);
    }

    private static HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return client().send(request(path, type, body).build(), HttpResponse.BodyHandlers.ofString());
    }
}
