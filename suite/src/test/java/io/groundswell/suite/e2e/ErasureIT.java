package io.groundswell.suite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;

/** A person is erased through the gateway, and all three services forget. */
class ErasureIT {
    private static final String ROSTER = "workEmail,name\nauthor3@demo.example,Author Three\n";

    private final Suite suite = RunningSuiteForTests.get();

    @Test
    void anErasureReachesAllServicesAndNobodyComesBack() {
        // Given
        Marketer marketer = new Marketer(suite, "e2e-erasure");
        marketer.launch("#erasure");
        marketer.ingest(PostLines.lines("#erasure", 5));
        Marketer.await("every author is a creator", () -> marketer.all("/v1/creators").size() == 5);
        String employee = send(marketer, "/v1/employees/import", "text/csv", ROSTER).getFirst().path("employeeId").asText();
        String creator = marketer.all("/v1/creators").stream()
                .filter(one -> one.path("accounts").path(0).path("handle").asText().equals("author.3")).findFirst()
                .orElseThrow().path("id").asText();
        patch(marketer, "/v1/creators/" + creator, "{\"employeeId\": \"%s\"}".formatted(employee));
        JsonNode before = marketer.get("/v1/creator-views/" + creator + "/personal-data").json();

        // When
        Marketer.Answer erased = marketer.post("/v1/creators/" + creator + "/erasure", "{\"ground\": \"OBJECTION\"}");

        // Then
        assertEquals(200, erased.status(), erased::body);
        assertEquals("author.3", before.path("posts").path(0).path("author").path("handle").asText());
        assertEquals("Author Three", before.path("employee").path("employee").path("name").asText());
        Marketer.await("campaign-service has no post of the author", () -> !says(marketer, "/v1/posts", "author.3"));
        Marketer.await("advocacy-service has forgotten the employee",
                () -> !says(marketer, "/v1/employees", "author3@demo.example"));
        assertFalse(says(marketer, "/v1/creators", "author.3"));
        JsonNode after = marketer.get("/v1/creator-views/" + creator + "/personal-data").json();
        assertTrue(after.path("posts").isEmpty(), after::toString);
        assertEquals("erased", send(marketer, "/v1/creators/import", "application/x-ndjson",
                "{\"network\":\"INSTAGRAM\",\"handle\":\"author.3\"}\n").get(1).path("code").asText());
        assertEquals("IGNORED", marketer.ingest(PostLines.line("#erasure", 3) + "\n").getFirst().path("outcome").asText());
        assertEquals("erased",
                send(marketer, "/v1/employees/import", "text/csv", ROSTER).getFirst().path("code").asText());
        assertEquals(4, marketer.all("/v1/posts?state=PENDING").size());
    }

    private static boolean says(Marketer marketer, String path, String name) {
        return marketer.all(path).stream().anyMatch(item -> item.toString().contains(name));
    }

    private static List<JsonNode> send(Marketer marketer, String path, String type, String body) {
        return marketer.send("POST", path, type, BodyPublishers.ofString(body)).lines();
    }

    private static void patch(Marketer marketer, String path, String body) {
        Marketer.Answer answer = marketer.send("PATCH", path, "application/json", BodyPublishers.ofString(body));
        assertEquals(200, answer.status(), answer::body);
    }
}
