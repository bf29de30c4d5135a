package io.groundswell.creator.organising;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What people wrote about two creators who are one person, and on which lists they are. */
@QuarkusTest
class MergedOrganisingTest {

    @Test
    void notesAndListsFollowThePersonAndComeBack() {
        // Given
        Api api = Api.of("organising-merge");
        String mila = api.add("mila", 100);
        String other = api.add("mila.pours", 200);
        note(api, mila, "of mila").statusCode(201);
        note(api, other, "of the other").statusCode(201);
        String both = list(api, "Both", mila, other);
        String one = list(api, "One", other);

        // When
        String merge = api.request().header("If-Match", "*").body("{\"absorb\": \"" + other + "\"}")
                .post("/v1/creators/{id}/merges", mila).then().statusCode(201).extract().path("id");

        // Then
        notes(api, mila).statusCode(200).body("items.text", containsInAnyOrder("of mila", "of the other"));
        notes(api, other).statusCode(404).body("code", equalTo("creator-merged"));
        note(api, other, "late").statusCode(404).body("code", equalTo("creator-merged"));
        members(api, both).body("items.creatorId", contains(mila));
        members(api, one).body("items.creatorId", contains(mila));
        api.request().body("{\"creatorIds\":[\"" + other + "\"]}").post("/v1/creator-lists/{id}/members", one).then()
                .body("items.outcome", contains("UNKNOWN_CREATOR"));
        note(api, mila, "of both").statusCode(201);
        api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", merge).then().statusCode(200);
        notes(api, mila).body("items.text", containsInAnyOrder("of mila", "of both"));
        notes(api, other).statusCode(200).body("items.text", contains("of the other"));
        members(api, both).body("items.creatorId", containsInAnyOrder(mila, other));
        members(api, one).body("items.creatorId", contains(other), "items", hasSize(1));
    }

    private static ValidatableResponse note(Api api, String creator, String text) {
        return api.request().body("{\"text\":\"" + text + "\"}").post("/v1/creators/{c}/notes", creator).then();
    }

    private static ValidatableResponse notes(Api api, String creator) {
        return api.request().get("/v1/creators/{c}/notes", creator).then();
    }

    private static String list(Api api, String name, String... creators) {
        String id = api.request().body("{\"name\":\"" + name + "\"}").post("/v1/creator-lists").then().extract().path("id");
        api.request().body("{\"creatorIds\":[\"" + String.join("\",\"", creators) + "\"]}")
                .post("/v1/creator-lists/{id}/members", id).then().statusCode(200);
        return id;
    }

    private static ValidatableResponse members(Api api, String list) {
        return api.request().get("/v1/creator-lists/{id}/members", list).then().statusCode(200);
    }
}
