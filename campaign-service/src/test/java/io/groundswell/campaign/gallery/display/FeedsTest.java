package io.groundswell.campaign.gallery.display;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.gallery.Brand;
import io.groundswell.campaign.gallery.Brand.Terms;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;

@QuarkusTest
class FeedsTest {
    private static final String HOSTILE = "<script>alert(1)</script> ]]> &amp; \\u202Eevil\\u0007\\u200D \\uFFFF \\ud83d\\ude00";

    @Inject
    WorkspaceDatabase database;

    private String hostilePath(String workspace) {
        Brand brand = Brand.of(workspace, database);
        String post = brand.postLine("""
                {"network":"MASTODON","id":"1","publishedAt":"2026-05-04T09:30:00Z","text":"%s #tag","language":"en",\
                "permalink":"https://social.example.com/@mila/1?a=1&b=2","author":{"handle":"mila","displayName":"Mi\\"<la>"},\
                "media":[{"type":"IMAGE","url":"https://cdn.example.com/a.jpg?x=1&y=2"}]}""".formatted(HOSTILE));
        brand.approve(post);
        brand.grant(post, Terms.display());
        return brand.path(brand.publishedCampaign());
    }

    @ParameterizedTest
    @DisplayName("A feed of hostile text is well-formed and holds it as text")
    @CsvSource({"rss, application/rss+xml, rss_2.0", "atom, application/atom+xml, atom_1.0"})
    void xml(String format, String contentType, String type) throws FeedException {
        // Given
        String path = hostilePath("feed-" + format);

        // When
        var answer = Brand.read(path + "/" + format).statusCode(200).contentType(contentType)
                .header("Cache-Control", "public, no-cache");

        // Then
        SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.extract().asString()));
        SyndEntry entry = feed.getEntries().getFirst();
        Document content = Jsoup.parse(entry.getDescription().getValue());
        assertAll(() -> assertEquals(type, feed.getFeedType()),
                () -> assertEquals("Spring in your cup", feed.getTitle()),
                () -> assertEquals("https://social.example.com/@mila/1?a=1&b=2", entry.getLink()),
                () -> assertTrue(content.select("script").isEmpty()),
                () -> assertTrue(content.text().contains("<script>alert(1)</script> ]]> &amp; evil"), content.text()),
                () -> assertEquals("https://cdn.example.com/a.jpg?x=1&y=2", content.select("img").attr("src")),
                () -> assertFalse(entry.getDescription().getValue().matches("(?s).*[\\u0007\\u202e\\uffff].*")));
    }

    @Test
    @DisplayName("The JSON Feed is of version 1.1 and holds text as text")
    void jsonFeed() {
        // Given
        String path = hostilePath("feed-json");

        // When
        var answer = Brand.read(path + "/json-feed");

        // Then
        answer.statusCode(200).contentType("application/feed+json").body("version", equalTo("https://jsonfeed.org/version/1.1"),
                "feed_url", containsString(path + "/json-feed"), "items[0].url",
                equalTo("https://social.example.com/@mila/1?a=1&b=2"), "items[0].content_text",
                startsWith("<script>alert(1)</script> ]]> &amp; evil\u200d  \ud83d\ude00"), "items[0].image",
                equalTo("https://cdn.example.com/a.jpg?x=1&y=2"), "items[0].date_published",
                equalTo("2026-05-04T09:30:00Z"), "items[0].authors[0].name", equalTo("Mi\"<la> (@mila) on Mastodon"));
    }

    @Test
    @DisplayName("oEmbed gives a frame with the title as text")
    void oembed() {
        // Given
        Brand brand = Brand.of("feed-oembed", database);
        String collection = brand.api().request().body("{\"name\": \"n\", \"title\": \"Say \\\"hi\\\" <b>\"}")
                .post("/v1/collections").then().extract().path("id");
        brand.publish(collection);
        String wall = brand.api().request().get("/v1/collections/{id}", collection).then().extract().path("wallUrl");

        // When
        var answer = given().queryParam("url", wall).queryParam("format", "json").queryParam("maxwidth", 300)
                .get("/v1/public/oembed").then();

        // Then
        answer.statusCode(200).header("Access-Control-Allow-Origin", "*").body("version", equalTo("1.0"), "type",
                equalTo("rich"), "width", equalTo(300), "height", equalTo(480), "title", equalTo("Say \"hi\" <b>"), "html",
                not(containsString("<b>")));
        Document html = Jsoup.parse(answer.extract().<String>path("html"));
        assertEquals(wall, html.select("iframe").attr("src"));
        assertEquals("Say \"hi\" <b>", html.select("iframe").attr("title"));
    }

    @ParameterizedTest
    @DisplayName("oEmbed knows no other address")
    @ValueSource(strings = {"https://evil.example/wall/7hRkT2qXbM9vWc4DnE6sYg",
            "http://localhost:8080/wall/7hRkT2qXbM9vWc4DnE6sYg",
            "http://localhost:8080/wall/../v1/posts", "javascript:alert(1)"})
    void otherAddresses(String url) {
        // When
        var answer = given().queryParam("url", url).get("/v1/public/oembed").then();

        // Then
        answer.statusCode(404).contentType("application/problem+json");
    }

    @Test
    @DisplayName("oEmbed as XML is not supported, and says so")
    void oembedXml() {
        // When
        var answer = given().queryParam("url", "x").queryParam("format", "xml").get("/v1/public/oembed").then();

        // Then
        answer.statusCode(501).contentType("application/problem+json").body("code", equalTo("oembed-format-not-supported"));
    }
}
