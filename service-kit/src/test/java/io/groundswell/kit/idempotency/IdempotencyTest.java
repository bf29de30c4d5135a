package io.groundswell.kit.idempotency;

import static io.groundswell.kit.trial.Databases.change;
import static io.groundswell.kit.trial.Databases.stored;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.testing.TestTokens;
import io.groundswell.kit.trial.Databases;
import io.groundswell.kit.trial.NoteGate;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class IdempotencyTest {
    @Inject
    NoteGate gate;
    @Inject
    Idempotency idempotency;

    private final Workspace workspace = Databases.workspace();
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatedRequestGetsTheFirstAnswerAgain() throws SQLException {
        // Given
        Response first = post(workspace, key, note("hello"));

        // When
        Response second = post(workspace, key, note("hello"));

        // Then
        first.then().statusCode(201);
        second.then().statusCode(201).contentType("application/json");
        assertNull(first.header("Idempotent-Replayed"));
        assertEquals("true", second.header("Idempotent-Replayed"));
        assertTrue(first.header("Location").startsWith("/v1/notes/"), "relative to the origin, which is not this service's");
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals("\"v0\"", second.header("ETag"));
        assertEquals(first.asString(), second.asString());
        assertEquals(1, notes(workspace));
        assertEquals(List.of("1"), stored("select count(*) from outbox where workspace_id = ?", workspace.key()));
    }

    @Test
    void anEffectInSqlHappensOnceAndAFailedOneLeavesNoTrace() throws SQLException {
        // Given
        var request = new IdempotentRequest(key, "POST /v1/feed-positions", "payload");
        Function<SqlConnection, Uni<jakarta.ws.rs.core.Response>> effect = connection -> connection
                .preparedQuery("insert into feed_position (consumer, position) values ($1, 'here')").execute(Tuple.of(key))
                .map(_ -> jakarta.ws.rs.core.Response.status(201).header("Location", "/v1/x").entity(List.of("made")).build());
        assertThrows(IllegalStateException.class, () -> once(request, connection -> effect.apply(connection)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("fails after its effect")))));
        var first = once(request, effect);

        // When
        var second = once(request, effect);

        // Then
        assertEquals(201, first.getStatus());
        assertNull(first.getHeaderString("Idempotent-Replayed"));
        assertEquals("true", second.getHeaderString("Idempotent-Replayed"));
        assertEquals("/v1/x", second.getHeaderString("Location"));
        assertEquals("[\"made\"]", second.getEntity());
        assertEquals(List.of("1"), stored("select count(*) from feed_position where consumer = ?", key));
        assertThrows(ProblemException.class, () -> once(new IdempotentRequest(key, "POST /v1/others", "payload"), effect));
    }

    private jakarta.ws.rs.core.Response once(IdempotentRequest request,
            Function<SqlConnection, Uni<jakarta.ws.rs.core.Response>> effect) {
        return idempotency.once(workspace, request, effect).await().indefinitely();
    }

    @Test
    void theOrderOfMembersAndWhiteSpaceMakeNoDifference() throws SQLException {
        // Given
        post(workspace, key, "{\"text\":\"a\",\"rating\":{\"stars\":1}}");

        // When
        Response second = post(workspace, key, "{ \"rating\": {\"stars\": 1},\n \"text\": \"\\u0061\" }");

        // Then
        assertEquals("true", second.header("Idempotent-Replayed"));
        assertEquals(1, notes(workspace));
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefused() throws SQLException {
        // Given
        post(workspace, key, note("one"));

        // When
        Response second = post(workspace, key, note("two"));

        // Then
        second.then().statusCode(422).contentType("application/problem+json").body("code", equalTo("idempotency-key-reused"));
        assertEquals(1, notes(workspace));
    }

    @Test
    void whileTheFirstIsRunningItsKeyIsInUse() throws Exception {
        // Given
        String text = "held " + key;
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(workspace, key, note(text)));
        gate.reached(text).get(20, TimeUnit.SECONDS);

        // When
        Response second = post(workspace, key, note(text));

        // Then
        second.then().statusCode(409).body("code", equalTo("idempotency-key-in-use"));
        assertEquals("1", second.header("Retry-After"));
        gate.open(text);
        assertEquals(201, first.get(20, TimeUnit.SECONDS).statusCode());
        assertEquals("true", post(workspace, key, note(text)).header("Idempotent-Replayed"));
        assertEquals(1, notes(workspace));
    }

    @Test
    void anEffectThatFailedLeavesNoKey() throws SQLException {
        // Given
        post(workspace, key, note("refused")).then().statusCode(409).body("code", equalTo("conflict"));

        // When
        Response second = post(workspace, key, note("accepted"));

        // Then
        second.then().statusCode(201);
        assertNull(second.header("Idempotent-Replayed"));
        assertEquals(List.of("accepted"), stored("select text from note where workspace_id = ?", workspace.key()));
    }

    @Test
    void keysOfTwoWorkspacesAreIndependent() throws SQLException {
        // Given
        Workspace other = Databases.workspace();
        Response ours = post(workspace, key, note("ours"));

        // When
        Response theirs = post(other, key, note("theirs"));

        // Then
        theirs.then().statusCode(201).body("text", equalTo("theirs"));
        assertNotEquals(ours.header("Location"), theirs.header("Location"));
        assertEquals(1, notes(other));
    }

    @Test
    void withoutAKeyEveryRequestHasItsEffect() throws SQLException {
        // Given
        Workspace ours = workspace;

        // When
        for (int i = 0; i < 3; i++) {
            given().auth().oauth2(TestTokens.token(ours.key(), "notes:write")).contentType("application/json").body(note("x"))
                    .post("/v1/notes").then().statusCode(201);
        }

        // Then
        assertEquals(3, notes(ours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "Zürich", "x123456789x123456789x123456789x123456789x123456789x123456789x123456789"
            + "x123456789x123456789x123456789x123456789x123456789x123456789x123456789x123456789x123456789x123456789x123456789"
            + "x123456789x123456789x123456789x123456789x123456789x123456789x123456789x12345"})
    void aKeyThatIsNoneIsRefused(String bad) throws SQLException {
        // When
        Response response = post(workspace, bad, note("x"));

        // Then
        response.then().statusCode(400).body("code", equalTo("invalid-header"))
                .body("errors[0].pointer", equalTo("Idempotency-Key:"));
        assertEquals(0, notes(workspace));
    }

    @Test
    void aKeyIsFreeAgainAfterADay() throws SQLException {
        // Given
        post(workspace, key, note("yesterday"));
        age(key, "24 hours 1 second");

        // When
        Response response = post(workspace, key, note("today"));

        // Then
        response.then().statusCode(201);
        assertNull(response.header("Idempotent-Replayed"));
        assertEquals("true", post(workspace, key, note("today")).header("Idempotent-Replayed"), "and counts from today");
    }

    @Test
    void aKeyIsKeptForADay() throws SQLException {
        // Given
        post(workspace, key, note("yesterday"));
        age(key, "23 hours 59 minutes");

        // When
        Response response = post(workspace, key, note("yesterday"));

        // Then
        assertEquals("true", response.header("Idempotent-Replayed"));
    }

    @Test
    void expiredKeysOfTheWorkspaceLeaveWithANewOne() throws SQLException {
        // Given
        Workspace other = Databases.workspace();
        for (Workspace owner : List.of(workspace, other)) {
            for (int i = 0; i < 3; i++) {
                change("""
                        insert into idempotency_key (workspace_id, key, request_digest, status, headers, body, created_at)
                        values (?, ?, '', 200, '{}', '', now() - interval '25 hours')""", owner.key(), "old-" + i);
            }
        }

        // When
        post(workspace, key, note("new"));

        // Then
        assertEquals(List.of(key), stored("select key from idempotency_key where workspace_id = ?", workspace.key()));
        assertEquals(List.of("3"), stored("select count(*) from idempotency_key where workspace_id = ?", other.key()));
    }

    @RepeatedTest(5)
    void howeverManyComeAtOnceTheEffectIsOne() throws Exception {
        // Given
        int requests = 12;
        var barrier = new CyclicBarrier(requests);
        List<Future<Response>> answers = new ArrayList<>();

        // When
        try (var executor = Executors.newFixedThreadPool(requests)) {
            for (int i = 0; i < requests; i++) {
                answers.add(executor.submit(() -> {
                    barrier.await();
                    return post(workspace, key, note("once"));
                }));
            }
        }

        // Then
        int originals = 0;
        for (Future<Response> answer : answers) {
            Response response = answer.get();
            assertTrue(Set.of(201, 409).contains(response.statusCode()), response::asString);
            originals += response.statusCode() == 201 && response.header("Idempotent-Replayed") == null ? 1 : 0;
        }
        assertEquals(1, originals);
        assertEquals(1, notes(workspace));
    }

    @Test
    void ofTwoThatChangeOneVersionOneIsTold() throws Exception {
        // Given
        String text = "held " + key;
        gate.open(text);
        String path = "/v1/notes/" + post(workspace, key, note(text)).header("Location").replaceAll(".*/", "");
        List<Future<Response>> answers = new ArrayList<>();
        var barrier = new CyclicBarrier(2);

        // When
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                int stars = 2 + i;
                answers.add(executor.submit(() -> {
                    barrier.await();
                    return patch(path, "{\"rating\":{\"stars\":" + stars + "}}");
                }));
            }
        }

        // Then
        List<Integer> statuses = new ArrayList<>();
        for (Future<Response> answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        assertEquals(Set.of(200, 412), Set.copyOf(statuses), "a lost update is a failed precondition, never an error");
    }

    @Test
    void aRefusedPatchNamesThePlaceInThePatch() {
        // Given
        String path = "/v1/notes/" + post(workspace, key, note("x")).header("Location").replaceAll(".*/", "");

        // When
        Response response = patch(path, "{\"rating\":{\"stars\":6}}");

        // Then
        response.then().statusCode(422).contentType("application/problem+json").body("code", equalTo("validation-failed"))
                .body("errors[0].pointer", equalTo("#/rating/stars")).body("errors[0].code", equalTo("out-of-range"));
    }

    private static Response post(Workspace workspace, String key, String body) {
        return given().auth().oauth2(TestTokens.token(workspace.key(), "notes:write")).contentType("application/json")
                .header("Idempotency-Key", key).body(body).post("/v1/notes");
    }

    private Response patch(String path, String patch) {
        return given().auth().oauth2(TestTokens.token(workspace.key(), "notes:write"))
                .header("Content-Type", "application/merge-patch+json; charset=utf-8").header("If-Match", "\"v0\"")
                .body(patch.getBytes(StandardCharsets.UTF_8)).patch(path);
    }

    private static String note(String text) {
        return "{\"text\":\"" + text + "\",\"rating\":{\"stars\":1}}";
    }

    private void age(String key, String interval) throws SQLException {
        change("update idempotency_key set created_at = now() - cast(? as interval) where workspace_id = ? and key = ?",
                interval,
                workspace.key(), key);
    }

    private static int notes(Workspace workspace) throws SQLException {
        return Integer.parseInt(stored("select count(*) from note where workspace_id = ?", workspace.key()).getFirst());
    }
}
