package io.groundswell.creator.organising;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class NoteTest {

    @Test
    void aNoteTellsWhoWroteIt() {
        // Given
        Api api = Api.of("note-new");
        String creator = api.add("mila", 100);

        // When
        ValidatableResponse added = write(api, creator, " Met at the harbour.\\nWants to taste. ");

        // Then
        String id = added.statusCode(201).body("author", equalTo("tester"), "editedBy", equalTo(null), "creatorId",
                equalTo(creator), "text", equalTo("Met at the harbour.\nWants to taste.")).extract().path("id");
        added.header("Location", equalTo("/v1/creators/" + creator + "/notes/" + id));
        String tag = added.extract().header("ETag");
        read(api, creator, id).statusCode(200).header("ETag", tag);
        api.request().header("If-None-Match", tag).get("/v1/creators/{c}/notes/{n}", creator, id).then().statusCode(304);
    }

    @Test
    void theSameKeyWritesOneNote() {
        // Given
        Api api = Api.of("note-key");
        String creator = api.add("mila", 100);
        api.request().header("Idempotency-Key", "n1").body("{\"text\":\"once\"}").post("/v1/creators/{c}/notes", creator);

        // When
        var again = api.request().header("Idempotency-Key", "n1").body("{\"text\":\"once\"}")
                .post("/v1/creators/{c}/notes", creator).then();

        // Then
        again.statusCode(201).header("Idempotent-Replayed", "true");
        list(api, creator, "").body("items", hasSize(1));
    }

    @Test
    void aNoteIsEditedAndDeletedByItsVersion() {
        // Given
        Api api = Api.of("note-edit");
        String creator = api.add("mila", 100);
        ValidatableResponse added = write(api, creator, "first");
        String id = added.extract().path("id");
        String tag = added.extract().header("ETag");

        // When
        var edited = api.request().contentType("application/merge-patch+json;charset=UTF-8").header("If-Match", tag)
                .body("{\"text\":\"second\"}").patch("/v1/creators/{c}/notes/{n}", creator, id).then();

        // Then
        edited.statusCode(200).body("text", equalTo("second"), "author", equalTo("tester"), "editedBy", equalTo("tester"),
                "version", equalTo(1));
        api.request().header("If-Match", tag).delete("/v1/creators/{c}/notes/{n}", creator, id).then().statusCode(412);
        api.request().delete("/v1/creators/{c}/notes/{n}", creator, id).then().statusCode(428);
        api.request().header("If-Match", edited.extract().header("ETag")).delete("/v1/creators/{c}/notes/{n}", creator, id)
                .then().statusCode(204);
        read(api, creator, id).statusCode(404);
    }

    @Test
    void notesArePagedTheNewestFirst() {
        // Given
        Api api = Api.of("note-pages");
        String creator = api.add("mila", 100);
        List.of("one", "two", "three").forEach(text -> write(api, creator, text).statusCode(201));

        // When
        ValidatableResponse first = list(api, creator, "limit=2");

        // Then
        first.body("items.text", contains("three", "two"));
        ValidatableResponse second = list(api, creator, "limit=2&cursor=" + first.extract().<String>path("page.next"));
        second.body("items.text", contains("one"), "page.next", equalTo(null));
        list(api, creator, "limit=2&cursor=" + second.extract().<String>path("page.prev"))
                .body("items.text", contains("three", "two"));
        list(api, api.add("noor", 1), "").body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"'{}',required", "'{\"text\":\" \"}',required", "'{\"text\":\"bell \\u0007\"}',control-character",
            "'{\"text\":\"a\",\"author\":\"b\"}',unknown-field", "'{\"text\":7}',wrong-type"})
    void whatIsNoTextIsRefused(String body, String code) {
        // Given
        Api api = Api.of("note-bad");
        String creator = api.list("").extract().path("items[0].id");
        String known = creator == null ? api.add("mila", 100) : creator;

        // When
        var refused = api.request().body(body).post("/v1/creators/{c}/notes", known).then();

        // Then
        refused.statusCode(422).body("errors[0].code", equalTo(code));
    }

    @Test
    void notesOfOthersAreNotFound() {
        // Given
        Api api = Api.of("note-mine");
        String creator = api.add("mila", 100);
        String other = api.add("noor", 100);
        String id = write(api, creator, "secret").extract().path("id");
        Api stranger = Api.of("note-stranger");

        // When
        ValidatableResponse refused = write(stranger, creator, "hello");

        // Then
        refused.statusCode(404).body("code", equalTo("not-found"));
        stranger.request().get("/v1/creators/{c}/notes", creator).then().statusCode(404);
        read(stranger, creator, id).statusCode(404);
        stranger.request().header("If-Match", "*").body("{}").patch("/v1/creators/{c}/notes/{n}", creator, id).then()
                .statusCode(404);
        stranger.request().header("If-Match", "*").delete("/v1/creators/{c}/notes/{n}", creator, id).then().statusCode(404);
        read(api, other, id).statusCode(404);
        api.request().header("If-Match", "*").delete("/v1/creators/{c}/notes/{n}", other, id).then().statusCode(404);
        write(api, UUID.randomUUID().toString(), "nobody").statusCode(404);
        assertEquals(403, Api.of("note-mine", "creators:read").request().body("{\"text\":\"x\"}")
                .post("/v1/creators/{c}/notes", creator).statusCode());
    }

    private static ValidatableResponse write(Api api, String creator, String text) {
        return api.request().body("{\"text\":\"" + text + "\"}").post("/v1/creators/{c}/notes", creator).then();
    }

    private static ValidatableResponse read(Api api, String creator, String id) {
        return api.request().get("/v1/creators/{c}/notes/{n}", creator, id).then();
    }

    private static ValidatableResponse list(Api api, String creator, String query) {
        return api.request().get("/v1/creators/" + creator + "/notes?" + (query.isEmpty() ? "limit=20" : query)).then()
                .statusCode(200);
    }
}
