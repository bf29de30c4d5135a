package io.groundswell.creator.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Merges while others write the same creators. */
@QuarkusTest
class MergeRaceTest {
    private static final int LINES = 3_000;

    @Test
    void ofTwoMergesCrosswiseOneWins() {
        // Given
        Api api = Api.of("race-crosswise");
        for (int round = 0; round < 5; round++) {
            String one = api.add("one" + round, 1);
            String other = api.add("other" + round, 2);

            // When
            var forwards = CompletableFuture.supplyAsync(() -> merge(api, one, other));
            var backwards = CompletableFuture.supplyAsync(() -> merge(api, other, one));
            List<Response> answers = List.of(forwards.join(), backwards.join());

            // Then
            assertEquals(List.of(201, 409), answers.stream().map(Response::statusCode).sorted().toList());
            Response lost = answers.stream().filter(answer -> answer.statusCode() == 409).findFirst().orElseThrow();
            lost.then().body("code", equalTo("merge-not-possible"), "errors[0].code", equalTo("merged"));
        }
        api.list("").body("items", hasSize(5));
    }

    @Test
    void aMergeDuringAnImportOfBothMakesNoDuplicatesAndNobodyReturns() {
        // Given
        Api api = Api.of("race-import");
        String survivor = api.add("r0", 1);
        String absorbed = api.add("r1", 2);
        CompletableFuture<List<JsonPath>> importing = CompletableFuture.supplyAsync(() -> api.importLines(ofBoth()));

        // When
        Response merged = merge(api, survivor, absorbed);
        List<JsonPath> report = importing.join();

        // Then
        assertEquals(201, merged.statusCode(), merged.asString());
        assertEquals(List.of(0, 0), List.of(report.getLast().getInt("summary.created"),
                report.getLast().getInt("summary.rejected")));
        api.list("").body("items", hasSize(1));
        api.creator(survivor).body("accounts", hasSize(2));
        api.request().get("/v1/creators/{id}", absorbed).then().statusCode(404);
        List<JsonPath> again = api.importLines("{\"network\":\"INSTAGRAM\",\"handle\":\"r1\",\"followers\":77}");
        assertEquals(survivor, again.getFirst().getString("creatorId"));
    }

    @Test
    void anUndoDuringAnImportSortsEachAccountToItsOwner() {
        // Given
        Api api = Api.of("race-undo");
        String survivor = api.add("r0", 1);
        String absorbed = api.add("r1", 2);
        String merge = merge(api, survivor, absorbed).then().statusCode(201).extract().path("id");
        CompletableFuture<List<JsonPath>> importing = CompletableFuture.supplyAsync(() -> api.importLines(ofBoth()));

        // When
        Response undone = api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", merge);
        List<JsonPath> report = importing.join();

        // Then
        assertEquals(200, undone.statusCode(), undone.asString());
        assertEquals(0, report.getLast().getInt("summary.created"));
        api.list("").body("items", hasSize(2));
        api.creator(survivor).body("accounts.handle", equalTo(List.of("r0")), "accounts[0].followers",
                equalTo(100 + LINES));
        api.creator(absorbed).body("accounts.handle", equalTo(List.of("r1")), "accounts[0].followers",
                equalTo(100 + LINES));
    }

    @Test
    void manyMergesIntoOneAtOnceAllArriveInTheEnd() {
        // Given
        Api api = Api.of("race-many");
        String survivor = api.add("s", 1);
        List<String> others = Stream.iterate(0, i -> i + 1).limit(6).map(i -> api.add("o" + i, 2)).toList();

        // When
        List<CompletableFuture<Response>> merges = others.stream()
                .map(other -> CompletableFuture.supplyAsync(() -> merge(api, survivor, other))).toList();
        List<Integer> statuses = merges.stream().map(merge -> merge.join().statusCode()).toList();

        // Then
        assertEquals(Collections.nCopies(6, 201), statuses);
        api.creator(survivor).body("accounts", hasSize(7));
        api.list("").body("items", hasSize(1));
    }

    private static Response merge(Api api, String survivor, String absorbed) {
        return api.request().header("If-Match", "*").header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"absorb\": \"%s\"}".formatted(absorbed)).post("/v1/creators/{id}/merges", survivor);
    }

    /** A file in which the two take turns, so that a batch of it is always of both. */
    private static String[] ofBoth() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            for (String handle : List.of("r0", "r1")) {
                lines.add("{\"network\":\"INSTAGRAM\",\"handle\":\"%s\",\"followers\":%d}".formatted(handle, 100 + i));
            }
        }
        return lines.toArray(String[]::new);
    }
}
