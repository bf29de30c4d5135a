package io.groundswell.kit.outbox;

import static io.groundswell.kit.trial.Databases.await;
import static io.groundswell.kit.trial.Databases.change;
import static io.groundswell.kit.trial.Databases.query;
import static io.groundswell.kit.trial.Databases.stored;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.testing.TestTokens;
import io.groundswell.kit.trial.Databases;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
class FeedTest {
    private static final String TELL = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
            values (gen_random_uuid(), 'note', 'n', ?, '{}', ?, now())""";

    @Inject
    WorkspaceDatabase database;
    @Inject
    Outbox outbox;
    @Inject
    ObjectMapper json;

    private final Workspace ours = Databases.workspace();
    private final Workspace theirs = Databases.workspace();

    @Test
    void eventsAreCloudEvents() throws Exception {
        // Given
        UUID note = UUID.randomUUID();
        Instant time = Instant.parse("2026-05-04T09:30:00.123Z");
        var event = OutboxEvent.of("note", note, "note.written", time,
                Map.of("text", "Zürich ✓", "at", time, "big", 12345678901L));
        tell(ours, List.of(event));

        // When
        Response response = reader(ours).get("/v1/events");

        // Then
        response.then().statusCode(200).contentType("application/cloudevents-batch+json");
        JsonNode read = json.readTree(response.asByteArray()).get(0);
        assertEquals("1.0 application/json note.written /trial-service",
                "%s %s %s %s".formatted(read.path("specversion").asText(),
                        read.path("datacontenttype").asText(), read.path("type").asText(), read.path("source").asText()));
        assertEquals(event.id().toString(), read.path("id").asText());
        assertEquals(note.toString(), read.path("subject").asText());
        assertEquals(time, Instant.parse(read.path("time").asText()));
        assertEquals(ours.key(), read.path("workspace").asText());
        assertEquals("{\"at\":\"2026-05-04T09:30:00.123Z\",\"big\":12345678901,\"text\":\"Zürich ✓\"}",
                json.writeValueAsString(json.treeToValue(read.path("data"), java.util.TreeMap.class)));
        read.fieldNames()
                .forEachRemaining(name -> assertTrue(name.matches("[a-z0-9]{1,20}"), name + " is no attribute's name"));
        assertEquals(FeedPosition.parse(read.path("position").asText()).toString(), read.path("position").asText());
    }

    @Test
    void eventsOfOneTransactionComeInTheOrderTheyWereWritten() {
        // Given
        List<String> types = IntStream.range(0, 200).mapToObj(i -> "note.event-" + i).toList();
        tell(ours, types.stream().map(FeedTest::event).toList());

        // When
        List<String> read = types(reader(ours).get("/v1/events"));

        // Then
        assertEquals(types, read);
    }

    @Test
    void theLastPositionLeadsOnWithoutGapOrRepetition() {
        // Given
        for (int i = 0; i < 7; i++) {
            tell(ours, List.of(event("e" + 2 * i), event("e" + (2 * i + 1))));
        }
        List<String> read = new ArrayList<>();
        String position = "0-0";

        // When
        for (Response page = read(ours, position, 3); !types(page).isEmpty(); page = read(ours, position, 3)) {
            read.addAll(types(page));
            position = page.jsonPath().getString("[-1].position");
        }

        // Then
        assertEquals(IntStream.range(0, 14).mapToObj(i -> "e" + i).toList(), read);
    }

    @Test
    void anEventThatCommitsLateIsNeitherSkippedNorOvertaken() throws SQLException {
        try (Connection early = PostgresTestResource.application(); Connection late = PostgresTestResource.application()) {
            // Given
            begin(early, ours);
            begin(late, ours);
            change(early, TELL, "numbered-first", ours.key());
            change(late, TELL, "numbered-second", ours.key());
            late.commit();
            List<String> before = types(reader(ours).get("/v1/events"));
            early.commit();

            // When
            List<String> after = types(reader(ours).get("/v1/events"));

            // Then
            assertEquals(List.of(), before, "an event before it may still appear");
            assertEquals(List.of("numbered-first", "numbered-second"), after);
        }
    }

    @Test
    void aTransactionThatWritesItsEventLastStandsWhereItBegan() throws SQLException {
        try (Connection early = PostgresTestResource.application(); Connection late = PostgresTestResource.application()) {
            // Given
            begin(early, ours);
            begin(late, ours);
            query(early, "select pg_current_xact_id()");
            change(late, TELL, "from the later transaction", ours.key());
            late.commit();
            change(early, TELL, "from the earlier transaction", ours.key());
            List<String> before = types(reader(ours).get("/v1/events"));
            early.commit();

            // When
            List<String> after = types(reader(ours).get("/v1/events"));

            // Then
            assertEquals(List.of(), before);
            assertEquals(List.of("from the earlier transaction", "from the later transaction"), after);
        }
    }

    @Test
    void transactionsComeInTheOrderOfTheirNumbersNotOfTheirDigits() throws SQLException {
        // Given
        for (String transaction : List.of("100", "8", "99", "9", "10")) {
            change("""
                    insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at, xid)
                    values (gen_random_uuid(), 'note', 'n', ?, '{}', ?, now(), cast(? as xid8))""", "in " + transaction,
                    ours.key(), transaction);
        }

        // When
        Response first = reader(ours).queryParam("limit", 3).get("/v1/events");

        // Then
        assertEquals(List.of("in 8", "in 9", "in 10"), types(first));
        Response second = reader(ours).queryParam("after", first.path("position[2]").toString()).get("/v1/events");
        assertEquals(List.of("in 99", "in 100"), types(second));
    }

    @Test
    void whatIsRolledBackIsNeverTold() throws SQLException {
        try (Connection connection = PostgresTestResource.application()) {
            // Given
            begin(connection, ours);
            change(connection, TELL, "undone", ours.key());
            connection.rollback();
            tell(ours, List.of(event("done")));

            // When
            List<String> read = types(reader(ours).get("/v1/events"));

            // Then
            assertEquals(List.of("done"), read);
        }
    }

    @Test
    void aReaderOfOneWorkspaceSeesItsEventsOnly() {
        // Given
        tell(theirs, List.of(event("theirs")));
        tell(ours, List.of(event("ours")));

        // When
        Response response = reader(ours).queryParam("wait", 0).get("/v1/events");

        // Then
        assertEquals(List.of("ours"), types(response));
    }

    @Test
    void theStarSeesAllWorkspacesInCommitOrder() throws SQLException {
        // Given
        String start = newest();
        tell(theirs, List.of(event("first")));
        tell(ours, List.of(event("second")));
        tell(theirs, List.of(event("third")));

        // When
        Response response = read(Workspace.EVERY, start, 100);

        // Then
        assertEquals(List.of(theirs.key() + " first", ours.key() + " second", theirs.key() + " third"),
                response.jsonPath().getList("collect { it.workspace + ' ' + it.type }", String.class).stream()
                        .filter(line -> line.startsWith(ours.key()) || line.startsWith(theirs.key())).toList());
    }

    @Test
    void theStarOpensNoOtherOperation() {
        // Given
        String token = TestTokens.token("*", "notes:write events:read");

        // When
        Response response = given().auth().oauth2(token).contentType("application/json")
                .body("{\"text\":\"x\",\"rating\":{\"stars\":1}}").post("/v1/notes");

        // Then
        response.then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void theScopeIsNeeded() {
        // When
        Response response = given().auth().oauth2(TestTokens.token(ours.key(), "notes:write")).get("/v1/events");

        // Then
        response.then().statusCode(403);
    }

    @Test
    void aWaitingReaderIsAnsweredAsSoonAsThereIsAnEvent() throws Exception {
        // Given
        CompletableFuture<Response> answer = CompletableFuture
                .supplyAsync(() -> reader(ours).queryParam("wait", 25).get("/v1/events"));
        boolean early = answer.isDone();

        // When
        tell(ours, List.of(event("at last")));

        // Then
        assertEquals(List.of("at last"), types(answer.get(10, TimeUnit.SECONDS)), "well before the wait is over");
        assertTrue(!early);
    }

    @Test
    void aWaitingReaderDoesNotHoldUpTheEndOfTheService() throws Exception {
        // Given
        Feed ending = new Feed(database, json, "trial-service");
        CompletableFuture<List<FeedEvent>> answer = ending
                .read(ours, FeedPosition.START, EventTypes.ALL, 10, Duration.ofSeconds(25))
                .subscribeAsCompletionStage();

        // When
        ending.stopWaiting(new ShutdownDelayInitiatedEvent());

        // Then
        assertEquals(List.of(), answer.get(10, TimeUnit.SECONDS), "well before the wait is over");
    }

    @Test
    void aReaderThatWaitedInVainGetsNothing() {
        // When
        Response response = reader(ours).queryParam("wait", 1).get("/v1/events");

        // Then
        response.then().statusCode(200).contentType("application/cloudevents-batch+json").body("size()", equalTo(0));
        assertTrue(response.timeIn(TimeUnit.MILLISECONDS) >= 900, () -> "after " + response.time() + " ms");
    }

    @ParameterizedTest
    @CsvSource({"after,nonsense", "after,12", "limit,0", "limit,1001", "limit,many", "wait,-1", "wait,26", "wait,long"})
    void parametersHaveLimits(String parameter, String value) {
        // When
        Response response = reader(ours).queryParam(parameter, value).get("/v1/events");

        // Then
        response.then().statusCode(400).contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("?" + parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000"})
    void limitsAreInclusive(String limit) {
        // When
        Response response = reader(ours).queryParam("limit", limit).get("/v1/events");

        // Then
        response.then().statusCode(200);
    }

    private void tell(Workspace workspace, List<OutboxEvent> events) {
        await(database.write(workspace, transaction -> outbox.append(transaction, workspace, events)));
    }

    private static OutboxEvent event(String type) {
        return OutboxEvent.of("note", UUID.randomUUID(), type, Instant.now(), Map.of());
    }

    private static void begin(Connection connection, Workspace workspace) throws SQLException {
        connection.setAutoCommit(false);
        query(connection, "select set_config('app.workspace', ?, true)", workspace.key());
    }

    private static String newest() throws SQLException {
        List<String> position = stored(
                "select concat(xid, '-', sequence) from outbox order by xid desc, sequence desc limit 1");
        return position.isEmpty() ? "0-0" : position.getFirst();
    }

    private static RequestSpecification reader(Workspace workspace) {
        return given().auth().oauth2(TestTokens.token(workspace.key(), "events:read"));
    }

    private static Response read(Workspace workspace, String after, int limit) {
        return reader(workspace).queryParam("after", after).queryParam("limit", limit).get("/v1/events");
    }

    private static List<String> types(Response response) {
        response.then().statusCode(200);
        return response.jsonPath().getList("type", String.class);
    }
}
