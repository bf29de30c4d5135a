package io.groundswell.campaign.gallery;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ItemTest {
    private static final String UNKNOWN = "0199c59f-0000-7000-8000-000000000001";

    @Inject
    WorkspaceDatabase database;

    @Test
    @DisplayName("Posts are added by hand, and each is told what became of it")
    void added() {
        // Given
        Brand brand = Brand.of("item-added", database);
        String first = brand.post("1", "One");
        String second = brand.post("2", "Two");
        String collection = brand.collection("");
        brand.add(collection, first);

        // When
        var answer = brand.api().request().body("{\"postIds\": [\"%s\", \"%s\", \"%s\"]}".formatted(first, UNKNOWN, second))
                .post("/v1/collections/{id}/items", collection).then();

        // Then
        answer.statusCode(200).body("items.postId", contains(first, UNKNOWN, second), "items.outcome",
                contains("UNCHANGED", "UNKNOWN_POST", "ADDED"));
        brand.api().request().get("/v1/collections/{id}/items", collection).then().body("items.postId", contains(second, first),
                "items.shown", contains(false, false), "items.postState", contains("PENDING", "PENDING"));
    }

    @Test
    @DisplayName("More than 500 posts at once are refused")
    void tooMany() {
        // Given
        Brand brand = Brand.of("item-many", database);
        String collection = brand.collection("");
        String ids = IntStream.range(0, 501).mapToObj("\"0199c59f-0000-7000-8000-%012d\""::formatted)
                .collect(Collectors.joining(","));

        // When
        var answer = brand.api().request().body("{\"postIds\": [" + ids + "]}").post("/v1/collections/{id}/items", collection)
                .then();

        // Then
        answer.statusCode(422).body("errors.pointer", contains("#/postIds"));
    }

    @Test
    @DisplayName("Added to a published collection, a granted post is PUBLISHED; removed, it is PUBLISHABLE again")
    void statesFollow() {
        // Given
        Brand brand = Brand.of("item-states", database);
        String post = brand.shownPost("1", "One");
        String collection = brand.collection("");
        brand.publish(collection);
        brand.add(collection, post);
        brand.api().request().get("/v1/posts/{id}", post).then().body("state", equalTo("PUBLISHED"));

        // When
        brand.api().request().delete("/v1/collections/{id}/items/{post}", collection, post).then().statusCode(204);

        // Then
        brand.api().request().get("/v1/posts/{id}", post).then().body("state", equalTo("PUBLISHABLE"));
    }

    @Test
    @DisplayName("A grant for another channel leaves a post PUBLISHABLE")
    void otherChannel() {
        // Given
        Brand brand = Brand.of("item-channel", database);
        String post = brand.post("1", "One");
        brand.approve(post);
        brand.publishedCampaign();

        // When
        brand.grant(post, Brand.Terms.display().on("EMAIL"));

        // Then
        brand.api().request().get("/v1/posts/{id}", post).then().body("state", equalTo("PUBLISHABLE"));
    }

    @Test
    @DisplayName("Out of a campaign's collection a post can be left, and be brought back")
    void leftOut() {
        // Given
        Brand brand = Brand.of("item-left-out", database);
        String post = brand.shownPost("1", "One");
        String collection = brand.publishedCampaign();
        String path = brand.path(collection);
        brand.api().request().delete("/v1/collections/{id}/items/{post}", collection, post).then().statusCode(204);
        Brand.read(path).body("items.size()", equalTo(0));

        // When
        brand.add(collection, post);

        // Then
        Brand.read(path).body("items.id", contains(post));
    }

    @Test
    @DisplayName("What is pinned comes first, in its places, and no more when it is unpinned")
    void pinned() {
        // Given
        Brand brand = Brand.of("item-pinned", database);
        String old = brand.postLine(line("old", "2026-05-01T00:00:00Z"));
        String older = brand.postLine(line("older", "2026-04-01T00:00:00Z"));
        String newest = brand.postLine(line("newest", "2026-06-01T00:00:00Z"));
        for (String post : new String[]{old, older, newest}) {
            brand.approve(post);
            brand.grant(post, Brand.Terms.display());
        }
        String collection = brand
                .collection(", \"order\": \"PINNED_THEN_NEWEST\", \"campaignId\": \"" + brand.campaign() + "\"");
        brand.publish(collection);
        String path = brand.path(collection);
        pin(brand, collection, older, 1);
        pin(brand, collection, old, 2);
        Brand.read(path).body("items.id", contains(older, old, newest), "items.pinned", contains(true, true, false));

        // When
        brand.api().request().delete("/v1/collections/{id}/items/{post}/pin", collection, older).then().statusCode(200);

        // Then
        Brand.read(path).body("items.id", contains(old, newest, older));
    }

    @Test
    @DisplayName("Only what is in the collection can be pinned")
    void pinsNothingElse() {
        // Given
        Brand brand = Brand.of("item-pin-else", database);
        String post = brand.post("1", "One");
        String collection = brand.collection("");

        // When
        var answer = brand.api().request().body("{\"position\": 1}")
                .put("/v1/collections/{id}/items/{post}/pin", collection, post).then();

        // Then
        answer.statusCode(404);
    }

    @Test
    @DisplayName("Products are shown with the post")
    void products() {
        // Given
        Brand brand = Brand.of("item-products", database);
        String post = brand.shownPost("1", "One");
        String collection = brand.publishedCampaign();
        String path = brand.path(collection);
        Brand.read(path).body("items[0].products.size()", equalTo(0));

        // When
        tag(brand, collection, post, """
                {"products": [{"sku": "S1", "title": "Roast <b>", "url": "https://shop.example.com/a?b=c&d=e",
                 "price": {"amount": 1290, "currency": "EUR"}, "imageUrl": "https://shop.example.com/a.jpg"}]}""")
                .statusCode(200);

        // Then
        Brand.read(path).body("items[0].products[0].sku", equalTo("S1"), "items[0].products[0].title", equalTo("Roast <b>"),
                "items[0].products[0].price.amount", equalTo(1290), "items[0].products[0].url",
                equalTo("https://shop.example.com/a?b=c&d=e"));
    }

    @ParameterizedTest
    @DisplayName("A product's address must be https and public")
    @ValueSource(strings = {"javascript:alert(1)", "http://shop.example.com/", "https://127.0.0.1/", "https://localhost/x",
            "https://[::1]/", "https://user:pass@shop.example.com/", "https://0x7f.1/", "https://2130706433/",
            "data:text/html,x",
            "//shop.example.com/", "https://printer.local/", "https://shop.example.com/\\u0000"})
    void refusedAddresses(String address) {
        // Given
        Brand brand = Brand.of("item-url-" + Integer.toHexString(address.hashCode()), database);
        String post = brand.post("1", "One");
        String collection = brand.collection("");
        brand.add(collection, post);

        // When
        var answer = tag(brand, collection, post,
                "{\"products\": [{\"sku\": \"S1\", \"title\": \"T\", \"url\": \"" + address + "\"}]}");

        // Then
        answer.statusCode(422).body("errors.pointer", hasItem(startsWith("#/products/0/url")));
    }

    @ParameterizedTest
    @DisplayName("A product that breaks a rule is refused")
    @ValueSource(strings = {
            "{\"products\": [{\"sku\": \"S\", \"title\": \"T\", \"url\": \"https://a.example.com/\", \"price\": {\"amount\": -1, \"currency\": \"EUR\"}}]}",
            "{\"products\": [{\"sku\": \"S\", \"title\": \"T\", \"url\": \"https://a.example.com/\", \"price\": {\"amount\": 1, \"currency\": \"€\"}}]}",
            "{\"products\": [{\"sku\": \"S\", \"title\": \"T\", \"url\": \"https://a.example.com/\"}, {\"sku\": \"S\", \"title\": \"T\", \"url\": \"https://a.example.com/\"}]}",
            "{\"products\": [{\"title\": \"T\", \"url\": \"https://a.example.com/\"}]}", "{}", "{\"products\": [null]}"})
    void refusedProducts(String body) {
        // Given
        Brand brand = Brand.of("item-prod-" + Integer.toHexString(body.hashCode()), database);
        String post = brand.post("1", "One");
        String collection = brand.collection("");
        brand.add(collection, post);

        // When
        var answer = tag(brand, collection, post, body);

        // Then
        answer.statusCode(422);
    }

    private static io.restassured.response.ValidatableResponse tag(Brand brand, String collection, String post, String body) {
        return brand.api().request().body(body).put("/v1/collections/{id}/items/{post}/products", collection, post).then();
    }

    private static void pin(Brand brand, String collection, String post, int position) {
        brand.api().request().body("{\"position\": " + position + "}")
                .put("/v1/collections/{id}/items/{post}/pin", collection, post).then().statusCode(200)
                .body("position", equalTo(position));
    }

    private static String line(String id, String publishedAt) {
        return """
                {"network":"INSTAGRAM","id":"%s","publishedAt":"%s","observedAt":"2026-06-02T00:00:00Z","text":"%s #tag",\
                "author":{"handle":"mila"}}""".formatted(id, publishedAt, id);
    }
}
