package io.groundswell.creator.organising;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class HandpickedListTest {

    @Test
    void aListHasANameOfItsOwn() {
        // Given
        Api api = Api.of("lists-name");
        String id = create(api, "Harbour tasting").statusCode(201).body("createdBy", equalTo("tester")).extract().path("id");

        // When
        ValidatableResponse second = create(api, " HARBOUR Ｔasting ");

        // Then
        second.statusCode(409).body("code", equalTo("list-name-taken"), "errors[0].pointer", equalTo("#/name"));
        String other = create(api, "Summer").statusCode(201).extract().path("id");
        revise(api, other, "*", "{\"name\":\"harbour tasting\"}").statusCode(409);
        revise(api, id, "*", "{\"name\":\"harbour tasting\"}").statusCode(200).body("name", equalTo("harbour tasting"));
        api.request().get("/v1/creator-lists").then().statusCode(200).body("items.name",
                contains("Summer", "harbour tasting"));
        create(Api.of("lists-name-elsewhere"), "Harbour tasting").statusCode(201);
    }

    @Test
    void twoAtOnceGetOneName() {
        // Given
        Api api = Api.of("lists-race");

        // When
        List<Integer> answers = Stream.generate(() -> CompletableFuture
                .supplyAsync(() -> create(api, "Tasting").extract().statusCode())).limit(4).toList().stream()
                .map(CompletableFuture::join).sorted().toList();

        // Then
        assertEquals(List.of(201, 409, 409, 409), answers);
    }

    @Test
    void aChangeNamesTheVersionItIsBasedOn() {
        // Given
        Api api = Api.of("lists-version");
        ValidatableResponse created = create(api, "Tasting");
        String id = created.extract().path("id");
        String tag = created.extract().header("ETag");

        // When
        ValidatableResponse revised = revise(api, id, tag, "{\"description\":\"In June\"}");

        // Then
        revised.statusCode(200).body("description", equalTo("In June"), "name", equalTo("Tasting"), "version", equalTo(1));
        revise(api, id, tag, "{}").statusCode(412);
        revise(api, id, "*", "{\"name\":null}").statusCode(422).body("errors[0].pointer", equalTo("#/name"));
        api.request().header("If-None-Match", revised.extract().header("ETag")).get("/v1/creator-lists/{id}", id).then()
                .statusCode(304);
        api.request().delete("/v1/creator-lists/{id}", id).then().statusCode(428);
        api.request().header("If-Match", tag).delete("/v1/creator-lists/{id}", id).then().statusCode(412);
    }

    @Test
    void addingAndRemovingAgainChangesNothing() {
        // Given
        Api api = Api.of("lists-members");
        String id = create(api, "Tasting").extract().path("id");
        String mila = api.add("mila", 4200);
        String noor = api.add("noor", 100);
        String nobody = UUID.randomUUID().toString();
        members(api, id, "", mila).body("items.outcome", contains("ADDED"));

        // When
        ValidatableResponse added = members(api, id, "", mila, noor, nobody, noor);

        // Then
        added.body("items.creatorId", contains(mila, noor, nobody), "items.outcome",
                contains("ALREADY_MEMBER", "ADDED", "UNKNOWN_CREATOR"));
        list(api, id, "").body("items.displayName", contains("noor", "mila"), "items[1].tier.tier", equalTo("NANO"),
                "items[1].followers", equalTo(4200), "items[1].stage", equalTo("DISCOVERED"), "items[1].addedBy",
                equalTo("tester"));
        members(api, id, "/removal", mila, nobody).body("items.outcome", contains("REMOVED", "NO_MEMBER"));
        members(api, id, "/removal", mila).body("items.outcome", contains("NO_MEMBER"));
        api.request().delete("/v1/creator-lists/{id}/members/{c}", id, noor).then().statusCode(204);
        api.request().delete("/v1/creator-lists/{id}/members/{c}", id, noor).then().statusCode(204);
        list(api, id, "").body("items", hasSize(0));
    }

    @Test
    void membersArePagedAlthoughAddedAtOnce() {
        // Given
        Api api = Api.of("lists-pages");
        String id = create(api, "Tasting").extract().path("id");
        String[] all = Stream.of("a", "b", "c", "d", "e").map(handle -> api.add(handle, 1)).toArray(String[]::new);
        members(api, id, "", all);

        // When
        ValidatableResponse first = list(api, id, "limit=2");
        ValidatableResponse second = list(api, id, "limit=2&cursor=" + first.extract().<String>path("page.next"));
        ValidatableResponse third = list(api, id, "limit=2&cursor=" + second.extract().<String>path("page.next"));

        // Then
        first.body("items.displayName", contains("e", "d"), "page.prev", equalTo(null));
        second.body("items.displayName", contains("c", "b"));
        third.body("items.displayName", contains("a"), "page.next", equalTo(null));
        list(api, id, "limit=2&cursor=" + third.extract().<String>path("page.prev")).body("items.displayName",
                contains("c", "b"));
    }

    @Test
    void aDeletedListLeavesItsCreators() {
        // Given
        Api api = Api.of("lists-delete");
        String id = create(api, "Tasting").extract().path("id");
        String mila = api.add("mila", 1);
        members(api, id, "", mila);

        // When
        var deleted = api.request().header("If-Match", "*").delete("/v1/creator-lists/{id}", id).then();

        // Then
        deleted.statusCode(204);
        api.request().get("/v1/creator-lists/{id}/members", id).then().statusCode(404);
        api.creator(mila);
        create(api, "Tasting").statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"'{}',required", "'{\"creatorIds\":[]}',out-of-range", "'{\"creatorIds\":[null]}',required",
            "'{\"creatorIds\":[\"mila\"]}',wrong-type", "'{\"creatorIds\":\"mila\"}',wrong-type"})
    void whatIsNoSelectionIsRefused(String body, String code) {
        // Given
        Api api = Api.of("lists-bad");
        String known = api.request().get("/v1/creator-lists").then().extract().path("items[0].id");
        String id = known == null ? create(api, "Tasting").extract().path("id") : known;

        // When
        var refused = api.request().body(body).post("/v1/creator-lists/{id}/members", id).then();

        // Then
        refused.statusCode(422).body("errors[0].code", equalTo(code));
    }

    @Test
    void anotherWorkspaceSeesNothingAndReachesNobody() {
        // Given
        Api api = Api.of("lists-mine");
        String id = create(api, "Tasting").extract().path("id");
        String mila = api.add("mila", 1);
        Api stranger = Api.of("lists-stranger");
        String theirs = create(stranger, "Tasting").extract().path("id");

        // When
        ValidatableResponse reached = members(stranger, theirs, "", mila);

        // Then
        reached.body("items.outcome", contains("UNKNOWN_CREATOR"));
        stranger.request().get("/v1/creator-lists/{id}", id).then().statusCode(404);
        stranger.request().get("/v1/creator-lists/{id}/members", id).then().statusCode(404);
        stranger.request().body("{\"creatorIds\":[\"" + mila + "\"]}").post("/v1/creator-lists/{id}/members", id).then()
                .statusCode(404);
        stranger.request().header("If-Match", "*").delete("/v1/creator-lists/{id}", id).then().statusCode(404);
        Api.of("lists-mine", "creators:read").request().header("If-Match", "*").delete("/v1/creator-lists/{id}", id).then()
                .statusCode(403);
    }

    private static ValidatableResponse create(Api api, String name) {
        return api.request().body("{\"name\":\"" + name + "\"}").post("/v1/creator-lists").then();
    }

    private static ValidatableResponse revise(Api api, String id, String tag, String patch) {
        return api.request().contentType("application/merge-patch+json;charset=UTF-8").header("If-Match", tag).body(patch)
                .patch("/v1/creator-lists/{id}", id).then();
    }

    private static ValidatableResponse members(Api api, String id, String action, String... creators) {
        String ids = Stream.of(creators).collect(Collectors.joining("\",\"", "[\"", "\"]"));
        return api.request().body("{\"creatorIds\":" + ids + "}").post("/v1/creator-lists/" + id + "/members" + action).then()
                .statusCode(200);
    }

    private static ValidatableResponse list(Api api, String id, String query) {
        return api.request().get("/v1/creator-lists/" + id + "/members?" + (query.isEmpty() ? "limit=20" : query)).then()
                .statusCode(200);
    }
}
