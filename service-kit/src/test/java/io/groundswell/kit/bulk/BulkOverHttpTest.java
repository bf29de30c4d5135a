package io.groundswell.kit.bulk;

import static io.groundswell.kit.trial.Databases.stored;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.testing.TestTokens;
import io.groundswell.kit.trial.Databases;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

@QuarkusTest
class BulkOverHttpTest {
    private final Workspace workspace = Databases.workspace();

    @Test
    void linesAreStoredAndReportedInOrder() throws SQLException {
        // Given
        String body = IntStream.rangeClosed(1, 1100).mapToObj(i -> i == 700 ? "[]" : "{\"text\":\"note " + i + "\"}\n")
                .collect(Collectors.joining());

        // When
        Response response = post(BulkFormat.NDJSON_TYPE, body);

        // Then
        response.then().statusCode(200).contentType(BulkFormat.NDJSON_TYPE);
        List<String> lines = response.asString().lines().toList();
        assertEquals("{\"summary\":{\"items\":1099,\"created\":1098,\"rejected\":1}}", lines.getLast());
        assertEquals("{\"line\":700,\"outcome\":\"REJECTED\",\"code\":\"malformed-json\"}", lines.get(699));
        assertEquals(1098, notes());
    }

    @Test
    void whatOnlyTheDatabaseRefusesIsRejectedAlone() throws SQLException {
        // Given
        String body = "{\"text\":\"a\"}\n{\"text\":\"nul \\u0000\"}\n{\"text\":\"" + "x".repeat(101)
                + "\"}\n{\"text\":\"b\"}\n";

        // When
        Response response = post(BulkFormat.NDJSON_TYPE, body);

        // Then
        assertEquals(List.of("{\"line\":1,\"outcome\":\"CREATED\",\"code\":null}",
                "{\"line\":2,\"outcome\":\"REJECTED\",\"code\":\"refused\"}",
                "{\"line\":3,\"outcome\":\"REJECTED\",\"code\":\"refused\"}",
                "{\"line\":4,\"outcome\":\"CREATED\",\"code\":null}",
                "{\"summary\":{\"items\":4,\"created\":2,\"rejected\":2}}"), response.asString().lines().toList());
        assertEquals(2, notes());
    }

    @Test
    void aCsvBodyIsReadWithItsHeader() throws SQLException {
        // When
        Response response = post(BulkFormat.CSV_TYPE + "; charset=utf-8", "text\r\n\"Zürich, ✓\"\r\n\"stray\"x\r\nlast");

        // Then
        assertEquals("{\"summary\":{\"items\":3,\"created\":2,\"rejected\":1}}",
                response.asString().lines().toList().getLast());
        assertEquals(List.of("Zürich, ✓", "last"),
                stored("select text from note where workspace_id = ? order by id", workspace.key()));
    }

    @Test
    void aCsvBodyWithoutAHeaderIsAProblem() {
        // When
        Response response = post(BulkFormat.CSV_TYPE, "\r\n");

        // Then
        response.then().statusCode(422).contentType("application/problem+json").body("errors[0].code",
                equalTo("missing-header"));
    }

    @Test
    void anEmptyBodyIsReportedAsEmpty() {
        // When
        Response response = given().auth().oauth2(token()).contentType(BulkFormat.NDJSON_TYPE).post("/v1/notes/import");

        // Then
        response.then().statusCode(200);
        assertEquals("{\"summary\":{\"items\":0,\"created\":0,\"rejected\":0}}\n", response.asString());
    }

    @Test
    void aClientThatPausesReadsItsOutcomesBeforeItSendsMore() throws Exception {
        try (var client = new Exchange("Transfer-Encoding: chunked")) {
            // Given
            client.sendChunk("{\"text\":\"1\"}\n{\"text\":\"2\"}\n{\"text\":\"3\"}\n{\"text\":");
            List<String> first = client.readOutcomes(3);
            int storedFirst = notes();

            // When
            client.sendChunk("\"4\"}\n{\"text\":\"5\"}\n");
            List<String> second = client.readOutcomes(2);
            client.send("0\r\n\r\n");

            // Then
            assertEquals(List.of("1", "2", "3"), first);
            assertEquals(3, storedFirst, "an acknowledged line is stored");
            assertEquals(List.of("4", "5"), second);
            assertEquals("{\"summary\":{\"items\":5,\"created\":5,\"rejected\":0}}", client.readLine());
        }
    }

    @Test
    void aDeclaredLengthIsNotTakenForWhatHasArrived() throws Exception {
        String first = "{\"text\":\"1\"}\n{\"text\":\"2\"}\n";
        String second = "{\"text\":\"3\"}\n";
        try (var client = new Exchange("Content-Length: " + (first.length() + second.length()))) {
            // Given
            client.send(first);
            List<String> outcomes = client.readOutcomes(2);

            // When
            client.send(second);

            // Then
            assertEquals(List.of("1", "2"), outcomes);
            assertEquals(List.of("3"), client.readOutcomes(1));
            assertEquals("{\"summary\":{\"items\":3,\"created\":3,\"rejected\":0}}", client.readLine());
        }
    }

    @Test
    void aClientThatHangsUpLosesNothingThatWasAcknowledgedAndNothingHalfIsStored() throws Exception {
        // Given
        try (var client = new Exchange("Transfer-Encoding: chunked")) {
            client.sendChunk("{\"text\":\"1\"}\n");
            client.readOutcomes(1);

            // When
            client.sendChunk("{\"text\":\"2\"}");
        }

        // Then
        try {
        } finally {
        }
        post(BulkFormat.NDJSON_TYPE, "{\"text\":\"3\"}\n").then().statusCode(200);
        List<String> texts = stored("select text from note where workspace_id = ? order by id", workspace.key());
        assertTrue(texts.contains("1") && texts.contains("3") && !texts.contains("2"), texts::toString);
    }

    private Response post(String type, String body) {
        return given().auth().oauth2(token()).header("Content-Type", type).body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/notes/import");
    }

    private String token() {
        return TestTokens.token(workspace.key(), "notes:write");
    }

    private int notes() throws SQLException {
        return Integer.parseInt(stored("select count(*) from note where workspace_id = ?", workspace.key()).getFirst());
    }

    /** One request whose body and response flow at the same time, as no ordinary client lets a test see it. */
    private final class Exchange implements AutoCloseable {
        private final Socket socket = new Socket("localhost", RestAssured.port);
        private final BufferedReader in;

        Exchange(String framing) throws IOException {
            socket.setSoTimeout(15_000);
            socket.setTcpNoDelay(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send("POST /v1/notes/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token() + "\r\nContent-Type: "
                    + BulkFormat.NDJSON_TYPE + "\r\n" + framing + "\r\n\r\n");
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        void sendChunk(String text) throws IOException {
            send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        /** Returns the next line of the report, past the response's head and the frames of its chunks. */
        String readLine() throws IOException {
            String line = in.readLine();
            while (line != null && !line.startsWith("{")) {
                line = in.readLine();
            }
            return String.valueOf(line);
        }

        List<String> readOutcomes(int count) throws IOException {
            List<String> lines = new java.util.ArrayList<>();
            for (int i = 0; i < count; i++) {
                lines.add(readLine().replaceAll("\\{\"line\":(\\d+),\"outcome\":\"CREATED\".*", "$1"));
            }
            return lines;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
