package io.groundswell.campaign.listening;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class IngestTest {

    @Test
    void aMatchingPostIsKeptAndAnotherIsNot() {
        // Given
        Api api = Api.of("ingest-match");
        String campaign = api.live("#SpringRoast");

        // When
        List<String> outcomes = api.outcomes(NeutralPost.of("1", "First cup ＃ＳｐｒｉｎｇＲｏａｓｔ ☕").line(),
                NeutralPost.of("2", "Just #SpringRoasting here").line());

        // Then
        assertEquals(List.of("MATCHED", "UNMATCHED"), outcomes);
        api.request().queryParam("campaignId", campaign).get("/v1/posts").then().body("items.networkPostId", contains("1"),
                "items[0].state", equalTo("PENDING"), "items[0].hashtags", contains("springroast"),
                "items[0].engagement.rate", equalTo(0.05f));
    }

    @Test
    void theSameBodyAgainChangesNothing() {
        // Given
        Api api = Api.of("ingest-again");
        api.live("#again");
        String[] body = {NeutralPost.of("1", "One #again").line(), NeutralPost.of("2", "Two #again").line()};
        api.ingest(body);

        // When
        List<String> outcomes = api.outcomes(body);

        // Then
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), outcomes);
        api.request().get("/v1/events").then().body("type", contains("campaign.launched", "post.matched", "post.matched"));
    }

    @Test
    void hashtagsAreToldWithAPostAndNotInAnyNumber() {
        // Given
        Api api = Api.of("ingest-hashtags");
        api.live("#told");
        String many = IntStream.range(0, 40).mapToObj(i -> "#tag" + i + "x").collect(Collectors.joining(" "));

        // When
        api.ingest(NeutralPost.of("1", "#Told #咖啡 " + many).line());

        // Then
        api.request().get("/v1/events").then().body("type", contains("campaign.launched", "post.matched"),
                "[1].data.hashtags", hasSize(30), "[1].data.hashtags[0]", equalTo("told"), "[1].data.hashtags[1]",
                equalTo("咖啡"));
    }

    @Test
    void aKeywordIsListenedForInTheText() {
        // Given
        Api api = Api.of("ingest-keyword");
        String campaign = api.request().body("""
                {"name": "Words", "keywords": ["flat white", " 拿鐵 ", "flat white"], "endsAt": "2099-01-01T00:00:00Z",
                 "kpis": [{"kind": "HASHTAG_POSTS", "target": 10}, {"kind": "ENGAGEMENT_RATE", "target": 0.05}]}""")
                .post("/v1/campaigns").then().statusCode(201).body("keywords", contains("flat white", "拿鐵")).extract()
                .path("id");
        api.command(campaign, "launch");

        // When
        List<String> outcomes = api.outcomes(NeutralPost.of("1", "My FLAT-WHITE today").line(),
                NeutralPost.of("2", "flat, white and tidy").line(), NeutralPost.of("3", "今天喝了拿鐵").line());

        // Then
        assertEquals(List.of("MATCHED", "UNMATCHED", "MATCHED"), outcomes);
        api.request().get("/v1/events").then().body("[1].data.reasons", contains("KEYWORD"));
    }

    @Test
    void whatAPostIsStaysWithIt() {
        // Given
        Api api = Api.of("ingest-labels");
        api.live("#roast");

        // When
        api.ingest(NeutralPost.of("1", "#ad La mejor taza de café con leche de toda la semana, de verdad #roast").line());

        // Then
        api.request().get("/v1/posts").then().body("items[0].detectedLanguage", equalTo("es"),
                "items[0].labels.find { it.kind == 'CONTENT_TYPE' }.value", equalTo("STATUS"),
                "items[0].labels.find { it.kind == 'DISCLOSURE' }.value", equalTo("CLEAR"),
                "items[0].labels.find { it.kind == 'DISCLOSURE' }.evidence[0].text", equalTo("#ad"));
    }

    @Test
    void aChangedTextIsClassifiedAnew() {
        // Given
        Api api = Api.of("ingest-labels-anew");
        api.live("#roast");
        api.ingest(NeutralPost.of("1", "First cup #roast").seen("2026-05-04T12:00:00Z", 100).line());

        // When
        api.ingest(NeutralPost.of("1", "#ad First cup #roast").seen("2026-05-04T13:00:00Z", 100).line());

        // Then
        api.request().get("/v1/posts").then().body("items[0].labels.find { it.kind == 'DISCLOSURE' }.value", equalTo("CLEAR"));
    }

    @Test
    void nothingThatWasFoundOutIsLeftOfAPostThatIsGone() {
        // Given
        Api api = Api.of("ingest-labels-gone");
        api.live("#roast");
        String id = api.ingest(NeutralPost.of("1", "#ad First flat white #roast").line()).getFirst().getString("postId");

        // When
        api.request().header("If-Match", "*").post("/v1/posts/{id}/take-down", id).then().statusCode(200);

        // Then
        api.request().get("/v1/posts/{id}", id).then().body("state", equalTo("WITHDRAWN"), "stateReason", equalTo("TAKEN_DOWN"),
                "text", equalTo(""), "labels", hasSize(0));
        api.request().get("/v1/events").then().body("[-1].type", equalTo("post.withdrawn"), "[-1].data.reason",
                equalTo("TAKEN_DOWN"));
    }

    @Test
    void aPostThatWasTakenDownStaysDown() {
        // Given
        Api api = Api.of("ingest-taken-down");
        api.live("#roast");
        NeutralPost post = NeutralPost.of("1", "First cup #roast");
        String id = api.ingest(post.seen("2026-05-04T12:00:00Z", 100).line()).getFirst().getString("postId");
        api.request().header("If-Match", "*").post("/v1/posts/{id}/take-down", id).then().statusCode(200);

        // When
        List<String> outcomes = api.outcomes(post.seen("2026-05-04T13:00:00Z", 120).line());

        // Then
        assertEquals(List.of("UNCHANGED"), outcomes);
        api.request().get("/v1/posts/{id}", id).then().body("state", equalTo("WITHDRAWN"), "text", equalTo(""));
    }

    @Test
    void figuresOnlyMoveForwardInObservedTime() {
        // Given
        Api api = Api.of("ingest-order");
        api.live("#order");
        NeutralPost post = NeutralPost.of("1", "Hello #order");

        // When
        List<String> outcomes = api.outcomes(post.seen("2026-05-04T12:00:00Z", 100).line(),
                post.seen("2026-05-04T11:00:00Z", 90).line(), post.seen("2026-05-04T13:00:00Z", 120).line(),
                post.seen("2026-05-04T12:30:00Z", 110).line());

        // Then
        assertEquals(List.of("MATCHED", "UNCHANGED", "UPDATED", "UNCHANGED"), outcomes);
        api.request().get("/v1/posts").then().body("items", hasSize(1), "items[0].engagement.likes", equalTo(120));
    }

    @Test
    void anEarlierObservationInALaterBodyChangesNothing() {
        // Given
        Api api = Api.of("ingest-late");
        api.live("#late");
        NeutralPost post = NeutralPost.of("1", "Hello #late");
        api.ingest(post.seen("2026-05-04T12:00:00Z", 100).line());

        // When
        List<String> outcomes = api.outcomes(post.seen("2026-05-04T11:00:00Z", 90).line());

        // Then
        assertEquals(List.of("UNCHANGED"), outcomes);
        api.request().get("/v1/posts").then().body("items[0].engagement.likes", equalTo(100));
    }

    @Test
    void badLinesAreReportedAndLoseNoOther() {
        // Given
        Api api = Api.of("ingest-bad");
        api.live("#bad");

        // When
        List<JsonPath> report = api.ingest(NeutralPost.of("1", "good #bad").line(), "{broken", "",
                NeutralPost.of("2", "x #bad").on("FRIENDSTER").line(), "[1]", "{\"a\":1}",
                "{\"network\":\"X\",\"id\":\"3\",\"publishedAt\":\"yesterday\",\"author\":{\"id\":\"9\"}}",
                "{\"network\":\"X\",\"id\":\"4\",\"publishedAt\":\"2026-05-04T09:30:00Z\",\"author\":{\"id\":\"9\",\"followers\":-1}}",
                "{\"network\":\"X\",\"id\":\"5\",\"text\":\"nul \\u0000 #bad\",\"publishedAt\":\"2026-05-04T09:30:00Z\",\"author\":{\"id\":\"9\"}}",
                NeutralPost.of("6", "good too #bad").line());

        // Then
        assertEquals(List.of("null", "malformed-json", "unknown-network", "not-an-object", "unknown-shape", "invalid-time",
                "out-of-range", "nul-character", "null"),
                report.subList(0, 9).stream().map(line -> String.valueOf(line.getString("code"))).toList());
        assertEquals("#/author/followers", report.get(6).getString("pointer"));
        assertEquals(4, report.get(2).getInt("line"));
        assertEquals(2, report.get(9).getInt("summary.matched"));
        assertEquals(7, report.get(9).getInt("summary.rejected"));
        api.request().get("/v1/posts").then().body("items", hasSize(2));
    }

    @Test
    void anOverlongLineIsNamedAndSkipped() {
        // Given
        Api api = Api.of("ingest-long");
        api.live("#long");

        // When
        List<JsonPath> report = api.ingest(NeutralPost.of("1", "x".repeat(1 << 20)).line(),
                NeutralPost.of("2", "ok #long").line());

        // Then
        assertEquals("line-too-long", report.get(0).getString("code"));
        assertEquals("MATCHED", report.get(1).getString("outcome"));
    }

    @Test
    void aDeletionAtTheSourceTakesTheContentAway() {
        // Given
        Api api = Api.of("ingest-delete");
        api.live("#gone");
        api.ingest(
                """
                        {"did":"did:plc:tide","time_us":1777887000000000,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"3k","record":{"$type":"app.bsky.feed.post","createdAt":"2026-05-04T09:30:00Z","text":"soon #gone","langs":["en"]}}}""");

        // When
        List<String> outcomes = api.outcomes(
                """
                        {"did":"did:plc:tide","time_us":1777887100000000,"kind":"commit","commit":{"operation":"delete","collection":"app.bsky.feed.post","rkey":"3k"}}""",
                """
                        {"did":"did:plc:tide","time_us":1777887100000000,"kind":"commit","commit":{"operation":"delete","collection":"app.bsky.feed.post","rkey":"unknown"}}""");

        // Then
        assertEquals(List.of("WITHDRAWN", "IGNORED"), outcomes);
        api.request().get("/v1/posts").then().body("items[0].state", equalTo("WITHDRAWN"), "items[0].text", equalTo(""),
                "items[0].stateReason", equalTo("SOURCE_DELETED"));
    }

    @Test
    void aLaunchHoldsForTheNextBodyAndAPauseToo() {
        // Given
        Api api = Api.of("ingest-live");
        String post = NeutralPost.of("1", "now #live").line();
        String campaign = api.draft("#live");
        List<String> before = api.outcomes(post);
        api.command(campaign, "launch");
        List<String> live = api.outcomes(post);
        api.command(campaign, "pause");

        // When
        List<String> paused = api.outcomes(NeutralPost.of("2", "now #live").line());

        // Then
        assertEquals(List.of("UNMATCHED"), before);
        assertEquals(List.of("MATCHED"), live);
        assertEquals(List.of("UNMATCHED"), paused);
    }

    @Test
    void aKnownPostJoinsACampaignThatIsLaunchedLater() {
        // Given
        Api api = Api.of("ingest-join");
        api.live("#first");
        String post = NeutralPost.of("1", "both #first #second").line();
        api.ingest(post);
        String second = api.live("#second");

        // When
        List<String> outcomes = api.outcomes(post);

        // Then
        assertEquals(List.of("MATCHED"), outcomes);
        api.request().queryParam("campaignId", second).get("/v1/posts").then().body("items", hasSize(1),
                "items[0].campaignIds", hasSize(2));
    }

    @Test
    void anotherWorkspacesPostsAreItsOwn() {
        // Given
        Api.of("ingest-mine").live("#shared");
        Api other = Api.of("ingest-other");
        other.live("#shared");
        String post = NeutralPost.of("1", "me #shared").line();
        Api.of("ingest-mine").ingest(post);

        // When
        List<String> outcomes = other.outcomes(post);

        // Then
        assertEquals(List.of("MATCHED"), outcomes);
    }

    @Test
    void kpisAreMeasured() {
        // Given
        Api api = Api.of("ingest-kpis");
        String campaign = api.live("#kpis");
        api.ingest(NeutralPost.of("1", "#kpis").by("ana", 1_000).seen("2026-05-04T12:00:00Z", 30).line(),
                NeutralPost.of("2", "#kpis").by("ben", 1_000).seen("2026-05-04T12:00:00Z", 80).line(),
                NeutralPost.of("3", "#kpis").by("ben", 1_000).seen("2026-05-04T12:00:00Z", 380).line(),
                NeutralPost.of("4", "thanks @harbourcoffee").by("cyd", 1_000).line(),
                """
                        {"network":"INSTAGRAM","id":"5","publishedAt":"2026-05-04T09:30:00Z","text":"#kpis","author":{"handle":"dee","followers":10},"engagement":{"likes":null,"comments":20}}""");

        // When
        var answer = api.request().get("/v1/campaigns/{id}/kpis", campaign).then();

        // Then
        answer.statusCode(200).body("items[0].actual", equalTo(4), "items[0].progress", equalTo(0.4f),
                "items[1].actual", equalTo(3), "items[2].actual", equalTo(0.1f), "items[2].parts.n", equalTo(3),
                "items[2].parts.excluded.hiddenLikes", equalTo(1), "items[2].parts.aggregator", equalTo("MEDIAN"));
    }
}
