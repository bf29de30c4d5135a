package io.groundswell.campaign.listening;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@DisplayName("Posts that are written to do harm")
class HostilePostsTest {

    @Test
    @DisplayName("markup is text like any other and comes back as it was written")
    void markup() {
        // Given
        Api api = Api.of("hostile-markup");
        api.live("#roast");

        // When
        List<String> outcomes = api
                .outcomes(NeutralPost.of("1", "<script>alert(1)</script><img src=x onerror=alert(2)> #roast").line());

        // Then
        assertEquals(List.of("MATCHED"), outcomes);
        api.request().get("/v1/posts").then().contentType("application/json").body("items[0].text",
                equalTo("<script>alert(1)</script><img src=x onerror=alert(2)> #roast"));
    }

    @Test
    @DisplayName("characters that turn text around or have no width change no term")
    void invisibleCharacters() {
        // Given
        Api api = Api.of("hostile-invisible");
        api.live("#roast");

        // When
        List<String> outcomes = api.outcomes(NeutralPost.of("1", "safe \\u202etsaor#\\u202c").line(),
                NeutralPost.of("2", "\\u2066#ro\\u00adast\\u2069").line(), NeutralPost.of("3", "#r\\ufeffoast \\u200b").line());

        // Then
        assertEquals(List.of("UNMATCHED", "UNMATCHED", "UNMATCHED"), outcomes);
    }

    @Test
    @DisplayName("a post with 100,000 hashtags is refused, beside the text and in it, and its neighbour is not")
    void tooManyHashtags() {
        // Given
        Api api = Api.of("hostile-hashtags");
        api.live("#roast");
        String beside = IntStream.range(0, 100_000).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
        String within = IntStream.range(0, 10_000).mapToObj(i -> "#t" + i).collect(Collectors.joining(" "));

        // When
        List<JsonPath> report = api.ingest(
                NeutralPost.of("1", "x").line().replaceFirst("\"text\"", "\"hashtags\":[" + beside + "],\"text\""),
                NeutralPost.of("2", within).line(), NeutralPost.of("3", "#roast").line());

        // Then
        assertEquals(List.of("REJECTED", "REJECTED", "MATCHED"),
                report.subList(0, 3).stream().map(line -> line.getString("outcome")).toList());
        assertEquals("too-many", report.get(0).getString("code"));
        assertEquals("#/hashtags", report.get(1).getString("pointer"));
        assertEquals("A post may have 1,000 hashtags at most; this one has 10,000.", report.get(1).getString("detail"));
    }

    @Test
    @DisplayName("a broken surrogate and a character that PostgreSQL cannot keep are refused with their place")
    void brokenText() {
        // Given
        Api api = Api.of("hostile-broken");
        api.live("#roast");

        // When
        List<JsonPath> report = api.ingest(NeutralPost.of("1", "\\u0000 #roast").line(),
                NeutralPost.of("2", "\\ud83d #roast").line(), NeutralPost.of("3", "fine #roast").line());

        // Then
        assertEquals("nul-character", report.get(0).getString("code"));
        assertEquals("#/text", report.get(0).getString("pointer"));
        assertEquals("MATCHED", report.get(2).getString("outcome"));
        api.request().get("/v1/posts").then().statusCode(200).body("items.find { it.networkPostId == '3' }.text",
                startsWith("fine"));
    }

    @Test
    @DisplayName("a preview of a hostile post answers as ingest would")
    void preview() {
        // Given
        Api api = Api.of("hostile-preview");
        String text = IntStream.range(0, 10_000).mapToObj(i -> "#t" + i).collect(Collectors.joining(" "));

        // When
        var answer = api.request().body(NeutralPost.of("1", text).line()).post("/v1/posts/preview").then();

        // Then
        answer.statusCode(422).body("errors[0].pointer", equalTo("#/hashtags"), "errors[0].code", equalTo("too-many"));
        api.request().get("/v1/posts").then().body("items", empty());
    }
}
