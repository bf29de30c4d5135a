package io.groundswell.kit.outbox;

import static io.groundswell.kit.trial.Databases.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.testing.TestTokens;
import io.groundswell.kit.trial.Databases;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The feed as it is read by those who want some types of events only. */
@QuarkusTest
class FeedOfTypesTest {
    @Inject
    WorkspaceDatabase database;
    @Inject
    Outbox outbox;

    private final Workspace ours = Databases.workspace();

    @Test
    void aReaderOfSomeTypesIsSparedTheOthers() {
        // Given
        tell(List.of(event("note.written"), event("note.read"), event("note.torn"), event("note.read")));

        // When
        Response response = reader().queryParam("types", "note.torn,note.written").get("/v1/events");

        // Then
        assertEquals(List.of("note.written", "note.torn", "note.read"), types(response), "the last shows how far it looked");
    }

    @Test
    void whoReadsSomeTypesPageByPageMissesNone() {
        // Given
        List<OutboxEvent> events = IntStream.range(0, 5_000).mapToObj(i -> event(i % 1_700 == 3 ? "rare" : "frequent"))
                .toList();
        tell(events.subList(0, 3_000));
        tell(events.subList(3_000, 5_000));
        List<String> read = new ArrayList<>();
        String position = "0-0";

        // When
        for (Response page = rare(position); !types(page).isEmpty(); page = rare(position)) {
            read.addAll(page.jsonPath().getList("findAll { it.type == 'rare' }.id", String.class));
            position = page.jsonPath().getString("[-1].position");
        }

        // Then
        assertEquals(List.of(3, 1_703, 3_403).stream().map(i -> events.get(i).id().toString()).toList(), read);
    }

    @Test
    void aReaderOfSomeTypesWaitsUntilOneOfThemComes() throws Exception {
        // Given
        tell(List.of(event("other")));
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(
                () -> reader().queryParam("wait", 25).queryParam("types", "awaited").get("/v1/events"));

        // When
        tell(List.of(event("awaited")));

        // Then
        assertEquals(List.of("awaited"), types(answer.get(10, TimeUnit.SECONDS)), "well before the wait is over");
    }

    @Test
    void whoWaitedInVainLearnsHowFarItWasLooked() {
        // Given
        tell(List.of(event("first"), event("last")));

        // When
        Response response = reader().queryParam("wait", 1).queryParam("types", "awaited").get("/v1/events");

        // Then
        assertEquals(List.of("last"), types(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,,b", "Creator", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u"})
    void whatCannotBeTypesIsRefused(String types) {
        // When
        Response response = reader().queryParam("types", types).get("/v1/events");

        // Then
        response.then().statusCode(400).contentType("application/problem+json").body("errors[0].pointer", equalTo("?types"));
    }

    private Response rare(String after) {
        return reader().queryParam("after", after).queryParam("types", "rare").get("/v1/events");
    }

    private void tell(List<OutboxEvent> events) {
        await(database.write(ours, transaction -> outbox.append(transaction, ours, events)));
    }

    private static OutboxEvent event(String type) {
        return OutboxEvent.of("note", UUID.randomUUID(), type, Instant.now(), Map.of());
    }

    private RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.token(ours.key(), "events:read"));
    }

    private static List<String> types(Response response) {
        response.then().statusCode(200);
        return response.jsonPath().getList("type", String.class);
    }
}
