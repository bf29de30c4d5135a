package io.groundswell.campaign.gallery.display;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.gallery.Brand;
import io.groundswell.campaign.gallery.Brand.Terms;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PublicCollectionTest {
    private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2099-01-01T00:00:00Z");

    private final HttpClient http = HttpClient.newHttpClient();

    @Inject
    WorkspaceDatabase database;
    @TestHTTPResource("/")
    URI origin;

    @Test
    @DisplayName("Everyone reads what is approved and granted, and nothing else")
    void onlyWhatMayBeShown() {
        // Given
        Brand brand = Brand.of("pub-only", database);
        String shown = brand.shownPost("1", "Shown");
        brand.post("2", "Waits");
        brand.approve(brand.post("3", "Has no grant"));
        String rejected = brand.shownPost("4", "Rejected");
        brand.api().request().header("If-Match", "*").body("{\"reason\": \"no\"}").post("/v1/posts/{id}/reject", rejected)
                .then()
                .statusCode(200);
        String path = brand.path(brand.publishedCampaign());

        // When
        var answer = Brand.read(path);

        // Then
        answer.statusCode(200).contentType("application/json").header("Cache-Control", "public, no-cache")
                .header("Access-Control-Allow-Origin", "*").header("Vary", "Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff").header("ETag", notNullValue())
                .body("title", equalTo("Spring in your cup"), "channel", equalTo("WEBSITE"), "items.id", contains(shown),
                        "items[0].author.handle", equalTo("mila.pours"), "items[0].attribution",
                        equalTo("@mila.pours on Instagram"), "page.next", nullValue());
    }

    @Test
    @DisplayName("A grant must permit display, on the channel, in the territory, now")
    void grantsAreRead() {
        // Given
        Brand brand = Brand.of("pub-grants", database);
        String right = granted(brand, "right", Terms.display().until(FUTURE));
        String forGermany = granted(brand, "germany", Terms.display().in("AT", "DE"));
        granted(brand, "other channel", new Terms(List.of("DISPLAY"), List.of("EMAIL"), List.of(), PAST, null));
        granted(brand, "other territory", Terms.display().in("FR"));
        granted(brand, "other action", new Terms(List.of("REPOST"), List.of("WEBSITE"), List.of(), PAST, null));
        granted(brand, "not yet", new Terms(List.of("DISPLAY"), List.of("WEBSITE"), List.of(), FUTURE, null));
        granted(brand, "no more", Terms.display().until(PAST));
        String germany = published(brand, ", \"territory\": \"DE\"");
        String everywhere = published(brand, "");

        // When
        var inGermany = Brand.read(germany);
        var inTheWorld = Brand.read(everywhere);

        // Then
        inGermany.body("items.id", containsInAnyOrder(right, forGermany));
        inTheWorld.body("items.id", contains(right));
    }

    private static String granted(Brand brand, String text, Terms terms) {
        String post = brand.post(text, text);
        brand.approve(post);
        brand.grant(post, terms);
        return post;
    }

    private static String published(Brand brand, String members) {
        String collection = brand.collection(members + ", \"campaignId\": \"" + brand.campaign() + "\"");
        brand.publish(collection);
        return brand.path(collection);
    }

    @Test
    @DisplayName("What has not changed is answered with 304, after a change with the new content")
    void notModified() {
        // Given
        Brand brand = Brand.of("pub-304", database);
        String first = brand.shownPost("1", "One");
        String second = brand.shownPost("2", "Two");
        String collection = brand.publishedCampaign();
        String path = brand.path(collection);
        String tag = Brand.read(path).extract().header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag)
                .header("Cache-Control", "public, no-cache").header("Access-Control-Allow-Origin", "*");
        given().header("If-None-Match", tag + ", \"another\"").get(path).then().statusCode(304);
        brand.api().request().delete("/v1/collections/{id}/items/{post}", collection, second).then().statusCode(204);

        // When
        var answer = given().header("If-None-Match", tag).get(path).then();

        // Then
        answer.statusCode(200).header("ETag", not(equalTo(tag))).body("items.id", contains(first));
    }

    @Test
    @DisplayName("A compressed answer is the same content with a tag of its own")
    void compressed() throws IOException, InterruptedException {
        // Given
        Brand brand = Brand.of("pub-gzip", database);
        brand.shownPost("1", "One");
        String path = brand.path(brand.publishedCampaign());
        HttpResponse<String> plain = http.send(HttpRequest.newBuilder(origin.resolve(path)).build(), BodyHandlers.ofString());

        // When
        var zipped = given().header("Accept-Encoding", "gzip").get(path).then();

        // Then
        assertEquals(List.of(), plain.headers().allValues("Content-Encoding"));
        zipped.header("Content-Encoding", "gzip").header("ETag", not(equalTo(plain.headers().firstValue("ETag").orElseThrow())))
                .body(equalTo(plain.body()));
    }

    @Test
    @DisplayName("Pages follow each other without a gap, forwards and back")
    void pages() {
        // Given
        Brand brand = Brand.of("pub-pages", database);
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            posts.add(brand.shownPost("p" + i, "Number " + i));
        }
        String path = brand.path(brand.publishedCampaign());
        List<String> read = new ArrayList<>();
        String cursor = null;

        // When
        do {
            var page = Brand.read(path + "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor)).statusCode(200).extract();
            read.addAll(page.path("items.id"));
            cursor = page.path("page.next");
        } while (cursor != null);

        // Then
        assertEquals(posts.stream().sorted().toList(), read.stream().sorted().toList());
        String second = Brand.read(path + "?limit=2").extract().path("page.next");
        String back = Brand.read(path + "?limit=2&cursor=" + second).extract().path("page.prev");
        Brand.read(path + "?limit=2&cursor=" + back).body("items.id", equalTo(read.subList(0, 2)));
    }

    @Test
    @DisplayName("The most engaging post comes first, what hides its figures last")
    void mostEngaging() {
        // Given
        Brand brand = Brand.of("pub-engaging", database);
        String weak = engaging(brand, "weak", "\"likes\":10,\"comments\":1");
        String hidden = engaging(brand, "hidden", "\"comments\":3");
        String strong = engaging(brand, "strong", "\"likes\":500,\"comments\":10");
        String path = published(brand, ", \"order\": \"MOST_ENGAGING\"");

        // When
        var answer = Brand.read(path);

        // Then
        answer.body("items.id", contains(strong, weak, hidden));
    }

    private static String engaging(Brand brand, String id, String engagement) {
        String post = brand.postLine("""
                {"network":"INSTAGRAM","id":"%s","publishedAt":"2026-05-04T09:30:00Z","observedAt":"2026-05-05T00:00:00Z",\
                "text":"%s #tag","author":{"handle":"mila","followers":5000},"engagement":{%s}}""".formatted(id, id,
                engagement));
        brand.approve(post);
        brand.grant(post, Terms.display());
        return post;
    }

    @ParameterizedTest
    @DisplayName("Whatever is no published collection is not found, and says so to every page of the web")
    @ValueSource(strings = {"7hRkT2qXbM9vWc4DnE6sYg", "7hRkT2qXbM9vWc4DnE6sYg/rss", "7hRkT2qXbM9vWc4DnE6sY0", "x", "%00",
            "..%2f..%2fposts", "7hRkT2qXbM9vWc4DnE6sYg'--"})
    void forged(String id) {
        // When
        var answer = Brand.read("/v1/public/collections/" + id);

        // Then
        answer.statusCode(404).contentType("application/problem+json").header("Access-Control-Allow-Origin", "*");
    }

    @Test
    @DisplayName("An unpublished collection is not found, before as after")
    void unpublished() {
        // Given
        Brand brand = Brand.of("pub-unpublished", database);
        brand.shownPost("1", "One");
        String collection = brand.collection(", \"campaignId\": \"" + brand.campaign() + "\"");
        String path = brand.path(collection);
        Brand.read(path).statusCode(404);
        brand.publish(collection);
        Brand.read(path).statusCode(200);

        // When
        brand.api().request().header("If-Match", "*").post("/v1/collections/{id}/unpublish", collection).then().statusCode(200);

        // Then
        Brand.read(path).statusCode(404);
    }

    @ParameterizedTest
    @DisplayName("A wrong question is told what is wrong with it")
    @ValueSource(strings = {"?limit=0", "?limit=101", "?cursor=abc", "?workspace=x", "?limit=1&limit=2"})
    void wrongQuestions(String query) {
        // Given
        Brand brand = Brand.of("pub-wrong-" + Integer.toHexString(query.hashCode()), database);
        String path = brand.path(brand.publishedCampaign());
        Brand.read(path).statusCode(200);

        // When
        var answer = Brand.read(path + query);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    @DisplayName("A cursor of one collection is refused by another")
    void cursorsAreBound() {
        // Given
        Brand brand = Brand.of("pub-cursors", database);
        brand.shownPost("1", "One");
        brand.shownPost("2", "Two");
        String cursor = Brand.read(brand.path(brand.publishedCampaign()) + "?limit=1").extract().path("page.next");
        String other = brand.path(brand.publishedCampaign());

        // When
        var answer = Brand.read(other + "?cursor=" + cursor);

        // Then
        answer.statusCode(400).body("code", equalTo("invalid-cursor"));
    }

    @Test
    @DisplayName("A browser may ask beforehand whether it may ask")
    void preflight() {
        // When
        var answer = given().header("Origin", "https://brand.example").header("Access-Control-Request-Method", "GET")
                .options("/v1/public/collections/7hRkT2qXbM9vWc4DnE6sYg").then();

        // Then
        answer.statusCode(204).header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("GET"));
    }

    @Test
    @DisplayName("An answer from memory is the same as the first one")
    void fromMemory() {
        // Given
        Brand brand = Brand.of("pub-memory", database);
        brand.shownPost("1", "One");
        String path = brand.path(brand.publishedCampaign());
        var first = Brand.read(path).extract();

        // When
        var again = Brand.read(path);

        // Then
        for (String header : List.of("ETag", "Content-Type", "Cache-Control", "Vary", "X-Content-Type-Options",
                "Access-Control-Allow-Origin", "Content-Length")) {
            again.header(header, first.header(header));
        }
        again.body(equalTo(first.asString()));
    }

    @Test
    @DisplayName("Addresses of strangers that are not https and public are left out")
    void addressesOfStrangers() {
        // Given
        Brand brand = Brand.of("pub-addresses", database);
        String post = brand.postLine("""
                {"network":"INSTAGRAM","id":"1","publishedAt":"2026-05-04T09:30:00Z","text":"One #tag",\
                "permalink":"javascript:alert(1)","author":{"handle":"mila"},"media":[{"type":"IMAGE","url":\
                "https://169.254.169.254/latest"},{"type":"IMAGE","url":"https://cdn.example.com/a.jpg"}]}""");
        brand.approve(post);
        brand.grant(post, Terms.display());
        String path = brand.path(brand.publishedCampaign());

        // When
        var answer = Brand.read(path);

        // Then
        answer.body("items[0].permalink", nullValue(), "items[0].media.url", contains("https://cdn.example.com/a.jpg"));
    }

    @Test
    @DisplayName("An empty collection is an empty list")
    void nothing() {
        // Given
        Brand brand = Brand.of("pub-nothing", database);
        String path = brand.path(brand.publishedCampaign());

        // When
        var answer = Brand.read(path);

        // Then
        answer.statusCode(200).body("items", empty());
    }
}
