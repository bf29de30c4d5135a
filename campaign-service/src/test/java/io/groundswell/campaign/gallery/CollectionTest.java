package io.groundswell.campaign.gallery;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.Api;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CollectionTest {
    @Inject
    WorkspaceDatabase database;

    @Test
    @DisplayName("A collection is created unpublished, with an id for the public that is not its own")
    void created() {
        // Given
        Api api = Api.of("col-created");

        // When
        var answer = api.request().body("{\"name\": \"Home\", \"title\": \"Spring\"}").post("/v1/collections").then();

        // Then
        answer.statusCode(201).header("ETag", notNullValue())
                .header("Location", matchesPattern("/v1/collections/[0-9a-f-]{36}"))
                .body("publicId", matchesPattern("[1-9A-HJ-NP-Za-km-z]{22}"), "published", equalTo(false), "channel",
                        equalTo("WEBSITE"), "order", equalTo("NEWEST"), "territory", nullValue(), "version", equalTo(0));
    }

    @Test
    @DisplayName("The same creation sent twice with one Idempotency-Key makes one collection")
    void idempotent() {
        // Given
        Api api = Api.of("col-idempotent");
        String first = api.request().header("Idempotency-Key", "k1").body("{\"name\": \"a\", \"title\": \"b\"}")
                .post("/v1/collections").then().statusCode(201).extract().path("publicId");

        // When
        var again = api.request().header("Idempotency-Key", "k1").body("{\"name\": \"a\", \"title\": \"b\"}")
                .post("/v1/collections").then();

        // Then
        again.statusCode(201).header("Idempotent-Replayed", "true").body("publicId", equalTo(first));
        api.request().get("/v1/collections").then().body("items.publicId", contains(first));
    }

    @ParameterizedTest
    @DisplayName("What breaks a rule is refused with its place")
    @CsvSource(delimiter = '|', value = {
            "{\"title\": \"b\"} | #/name",
            "{\"name\": \"a\", \"title\": \" \"} | #/title",
            "{\"name\": \"a\\u0000\", \"title\": \"b\"} | #/name",
            "{\"name\": \"a\", \"title\": \"b\", \"territory\": \"Germany\"} | #/territory",
            "{\"name\": \"a\", \"title\": \"b\", \"channel\": \"RADIO\"} | #/channel",
            "{\"name\": \"a\", \"title\": \"b\", \"campaignId\": \"0199c59f-0000-7000-8000-000000000001\"} | #/campaignId",
            "{\"name\": \"a\", \"title\": \"b\", \"x\": 1} | #/x",
    })
    void refused(String body, String pointer) {
        // Given
        Api api = Api.of("col-refused");

        // When
        var answer = api.request().body(body).post("/v1/collections").then();

        // Then
        answer.statusCode(422).body("errors.pointer", contains(pointer));
        api.request().get("/v1/collections").then().body("items", empty());
    }

    @Test
    @DisplayName("A merge patch changes the version that was seen, and no other")
    void revised() {
        // Given
        Brand brand = Brand.of("col-revised", database);
        String collection = brand.collection(", \"territory\": \"DE\"");
        String tag = brand.api().tag("/v1/collections/" + collection);

        // When
        var answer = brand.api().request().contentType("application/merge-patch+json;charset=UTF-8").header("If-Match", tag)
                .body("{\"title\": \"New\", \"territory\": null, \"channel\": \"SCREEN\"}")
                .patch("/v1/collections/{id}", collection).then();

        // Then
        answer.statusCode(200).header("ETag", not(equalTo(tag))).body("title", equalTo("New"), "territory", nullValue(),
                "channel", equalTo("SCREEN"), "name", equalTo("n"));
        brand.api().request().header("If-Match", tag).body("{\"title\": \"Lost\"}").patch("/v1/collections/{id}", collection)
                .then().statusCode(412);
        brand.api().request().body("{\"title\": \"Lost\"}").patch("/v1/collections/{id}", collection).then().statusCode(428);
    }

    @Test
    @DisplayName("What a collection is made of cannot be changed")
    void campaignIsFixed() {
        // Given
        Brand brand = Brand.of("col-fixed", database);
        String collection = brand.collection("");

        // When
        var answer = brand.api().request().header("If-Match", "*").body("{\"campaignId\": \"" + brand.campaign() + "\"}")
                .patch("/v1/collections/{id}", collection).then();

        // Then
        answer.statusCode(422).body("errors.pointer", contains("#/campaignId"));
    }

    @Test
    @DisplayName("Published it has a time of publication, unpublished none")
    void published() {
        // Given
        Brand brand = Brand.of("col-published", database);
        String collection = brand.collection("");

        // When
        var answer = brand.api().request().header("If-Match", "*").post("/v1/collections/{id}/publish", collection).then();

        // Then
        answer.statusCode(200).body("published", equalTo(true), "publishedAt", notNullValue(), "version", equalTo(1));
        brand.api().request().header("If-Match", "*").post("/v1/collections/{id}/unpublish", collection).then().statusCode(200)
                .body("published", equalTo(false), "publishedAt", nullValue());
    }

    @Test
    @DisplayName("Deleted, it is gone for the brand and for the public, and its posts stay")
    void deleted() {
        // Given
        Brand brand = Brand.of("col-deleted", database);
        String post = brand.shownPost("1", "Hello");
        String collection = brand.publishedCampaign();
        String path = brand.path(collection);
        Brand.read(path).statusCode(200).body("items.id", contains(post));

        // When
        brand.api().request().header("If-Match", "*").delete("/v1/collections/{id}", collection).then().statusCode(204);

        // Then
        Brand.read(path).statusCode(404);
        brand.api().request().get("/v1/collections/{id}", collection).then().statusCode(404);
        brand.api().request().get("/v1/posts/{id}", post).then().body("state", equalTo("PUBLISHABLE"));
    }

    @Test
    @DisplayName("A list is read page by page, forwards and back")
    void pages() {
        // Given
        Brand brand = Brand.of("col-pages", database);
        String first = brand.collection("");
        String second = brand.collection("");
        String next = brand.api().request().get("/v1/collections?limit=1").then().body("items.id", contains(second)).extract()
                .path("page.next");

        // When
        var answer = brand.api().request().queryParam("cursor", next).get("/v1/collections?limit=1").then();

        // Then
        answer.statusCode(200).body("items.id", contains(first), "page.next", nullValue());
    }

    @ParameterizedTest
    @DisplayName("Another workspace finds nothing")
    @ValueSource(strings = {"GET ", "PATCH ", "DELETE ", "POST /publish", "POST /unpublish", "GET /items", "POST /items",
            "DELETE /items/0199c59f-0000-7000-8000-000000000001", "PUT /items/0199c59f-0000-7000-8000-000000000001/pin",
            "DELETE /items/0199c59f-0000-7000-8000-000000000001/pin",
            "PUT /items/0199c59f-0000-7000-8000-000000000001/products"})
    void strangers(String operation) {
        // Given
        String collection = Brand.of("col-owner-" + Integer.toHexString(operation.hashCode()), database).collection("");
        String[] parts = operation.split(" ", 2);
        String body = operation.endsWith("/items")
                ? "{\"postIds\": [\"0199c59f-0000-7000-8000-000000000001\"]}"
                : operation.endsWith("/pin") ? "{\"position\": 1}" : operation.endsWith("s") ? "{\"products\": []}" : "{}";

        // When
        var request = Api.of("col-stranger").request().header("If-Match", "*");
        var answer = ("GET".equals(parts[0]) ? request : request.body(body))
                .request(parts[0], "/v1/collections/" + collection + (parts.length > 1 ? parts[1] : "")).then();

        // Then
        answer.statusCode(404);
    }

    @Test
    @DisplayName("Publishing needs the right to approve")
    void scopes() {
        // Given
        String collection = Brand.of("col-scopes", database).collection("");

        // When
        var answer = Api.of("col-scopes", "campaigns:read campaigns:write").request().header("If-Match", "*")
                .post("/v1/collections/{id}/publish", collection).then();

        // Then
        answer.statusCode(403);
    }

    @Test
    @DisplayName("Public addresses lead to the gateway")
    void addresses() {
        // Given
        Brand brand = Brand.of("col-addresses", database);
        String collection = brand.collection("");

        // When
        var answer = brand.api().request().get("/v1/collections/{id}", collection).then();

        // Then
        answer.body("publicUrl", endsWith(brand.path(collection)),
                "wallUrl", endsWith("/wall/" + answer.extract().path("publicId")));
    }
}
