package io.groundswell.campaign.rights.request;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.groundswell.campaign.rights.Rights;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class RightsRequestTest {

    @Test
    @DisplayName("A request is drafted for an approved post, with the signs that a reply must have")
    void draft() {
        // Given
        Rights rights = Rights.of("rights-draft");
        String post = rights.approved("1", "mila.pours");

        // When
        var drafted = rights.draft(post);

        // Then
        String id = drafted.statusCode(201).header("Location", matchesPattern("/v1/rights-requests/.+"))
                .body("state", equalTo("DRAFT"), "text", nullValue(), "authorHandle", equalTo("mila.pours"),
                        "terms.territories",
                        contains("AT", "DE"), "locale", equalTo("en"))
                .extract().path("id");
        rights.api().request().get("/v1/rights-requests/{id}", id).then().statusCode(200).body("postId", equalTo(post));
        String tag = rights.api().tag("/v1/rights-requests/" + id);
        rights.api().request().header("If-None-Match", tag).get("/v1/rights-requests/{id}", id).then().statusCode(304);
        rights.api().request().queryParam("state", "DRAFT").queryParam("postId", post).get("/v1/rights-requests").then()
                .body("items.id", contains(id));
        rights.api().request().queryParam("state", "SENT", "GRANTED").get("/v1/rights-requests").then().body("items", empty());
        rights.api().request().get("/v1/rights-requests/{id}/policy", id).then().statusCode(200)
                .contentType("application/ld+json").body("'@type'", equalTo("Offer"));
    }

    @Test
    @DisplayName("Nobody is asked about a post that is not approved, and nothing is asked without the brand's signs")
    void refused() {
        // Given
        Rights rights = Rights.of("rights-refused");
        String pending = rights.api().ingest(NeutralPost.of("1", "#rightsrefused").line()).getFirst().getString("postId");
        String approved = rights.approved("2", "noor");

        // When
        var early = rights.draft(pending);
        var unsigned = rights.api().request().body("{\"postId\": \"%s\", \"terms\": %s}".formatted(approved, Rights.TERMS))
                .post("/v1/rights-requests").then();

        // Then
        early.statusCode(409).body("code", equalTo("post-not-approved"));
        unsigned.statusCode(422).body("errors[0].pointer", equalTo("#/approvalHashtag"));
        rights.api().request().body("{\"postId\": \"%s\", \"terms\": %s}".formatted(approved,
                Rights.TERMS.replace("\"durationDays\": 365", "\"endsAt\": \"2020-01-01T00:00:00Z\"")))
                .post("/v1/rights-requests").then().statusCode(422).body("errors[0].pointer", equalTo("#/terms/endsAt"));
        rights.draft("0199c5a1-0000-7000-8000-000000000001").statusCode(422).body("errors[0].code", equalTo("unknown-post"));
        Api.of("rights-refused-stranger").request().get("/v1/rights-requests/{id}", rights.requested(approved)).then()
                .statusCode(404);
        Api.of("rights-refused", "campaigns:read").request().body("{}").post("/v1/rights-requests").then().statusCode(403);
    }

    @Test
    @DisplayName("The same Idempotency-Key drafts one request")
    void once() {
        // Given
        Rights rights = Rights.of("rights-once");
        String body = "{\"postId\": \"%s\", \"terms\": %s, \"approvalHashtag\": \"#yes\", \"brandMention\": \"@b1\"}"
                .formatted(rights.approved("1", "mila"), Rights.TERMS);
        String first = rights.api().request().header("Idempotency-Key", "k1").body(body).post("/v1/rights-requests").then()
                .statusCode(201).extract().path("id");

        // When
        var again = rights.api().request().header("Idempotency-Key", "k1").body(body).post("/v1/rights-requests").then();

        // Then
        again.statusCode(201).header("Idempotent-Replayed", equalTo("true")).body("id", equalTo(first));
        rights.api().request().header("Idempotency-Key", "k1").body(body.replace("#yes", "#no")).post("/v1/rights-requests")
                .then()
                .statusCode(422).body("code", equalTo("idempotency-key-reused"));
        rights.api().request().get("/v1/rights-requests").then().body("items", hasSize(1));
    }

    @Test
    @DisplayName("What is sent is kept as it was, and sending again gives the same")
    void send() {
        // Given
        Rights rights = Rights.of("rights-send");
        String request = rights.requested(rights.approved("1", "mila.pours"));
        JsonPath sent = rights.send(request).statusCode(200).body("request.state", equalTo("SENT"), "request.text",
                containsString("@mila.pours"), "request.text", containsString("#yesHarbour"), "claimLink",
                containsString("/v1/claims/"), "request.expiresAt", notNullValue()).extract().jsonPath();

        // When
        JsonPath again = rights.send(request).statusCode(200).extract().jsonPath();

        // Then
        assertEquals(sent.prettify(), again.prettify());
    }

    @Test
    @DisplayName("Texts of a network follow one another without repeating, in the language of the post's author")
    void varied() {
        // Given
        Rights rights = Rights.of("rights-varied");
        settings(rights, "\"approvalHashtag\": \"#yesHarbour\", \"brandMentions\": {\"INSTAGRAM\": \"@harbourcoffee\"}, "
                + "\"texts\": {\"de\": [\"Eins {handle} {hashtag} {mention}\", \"Zwei {handle} {hashtag} {mention}\"]}");
        List<String> requests = IntStream.range(0, 4)
                .mapToObj(i -> rights.api().request()
                        .body("""
                                {"postId": "%s", "terms": %s, "locale": "de"}"""
                                .formatted(rights.approved("v" + i, "author" + i), Rights.TERMS))
                        .post("/v1/rights-requests").then().statusCode(201).extract().<String>path("id"))
                .toList();

        // When
        List<String> begun = requests.stream().map(request -> rights.send(request).extract().<String>path("request.text"))
                .map(text -> text.split(" ", -1)[0]).toList();

        // Then
        IntStream.range(1, 4).forEach(i -> assertNotEquals(begun.get(i - 1), begun.get(i)));
    }

    @Test
    @DisplayName("Too many requests on one network are refused with the time to wait; another network is not affected")
    void throttled() {
        // Given
        Rights rights = Rights.of("rights-throttled");
        settings(rights, "\"requestsPerHour\": 2");
        rights.sent(rights.approved("1", "one"));
        rights.sent(rights.approved("2", "two"));
        String third = rights.requested(rights.approved("3", "three"));
        String elsewhere = rights.requested(rights.approved(NeutralPost.of("4", "Hi").on("TIKTOK").by("four", 10)));

        // When
        var refused = rights.send(third);

        // Then
        refused.statusCode(429).header("Retry-After", matchesPattern("3[56]\\d\\d"))
                .header("RateLimit-Policy", containsString("\"hour\";q=2;w=3600"))
                .header("RateLimit", containsString("\"hour\";r=0;t=3")).body("code", equalTo("too-many-requests"));
        rights.send(elsewhere).statusCode(200);
        rights.api().request().get("/v1/rights-requests/{id}", third).then().body("state", equalTo("DRAFT"));
    }

    @Test
    @DisplayName("An author has one open request at a time")
    void oneAtATime() {
        // Given
        Rights rights = Rights.of("rights-one");
        rights.sent(rights.approved("1", "mila"));
        String second = rights.requested(rights.approved("2", "mila"));

        // When
        var refused = rights.send(second);

        // Then
        refused.statusCode(409).body("code", equalTo("author-already-asked"));
    }

    @Test
    @DisplayName("Five conditions make a grant: who misses some is told each, who fulfils all grants, and the post becomes publishable")
    void replies() {
        // Given
        Rights rights = Rights.of("rights-replies");
        String post = rights.approved("p1", "mila.pours");
        rights.sent(post);
        String edited = Rights.reply("r3", "p1", "mila.pours").replace("\"publishedAt\"",
                "\"editedAt\": \"2099-01-01T00:00:00Z\", \"publishedAt\"");
        String early = Rights.reply("r4", "p1", "mila.pours").replaceAll("\"publishedAt\": \"[^\"]*\"",
                "\"publishedAt\": \"2020-01-01T00:00:00Z\"");

        // When
        var outcomes = rights.bring(Rights.reply("r1", "p1", "someone.else"), Rights.reply("r2", "p1", "mila.pours", "sure!"),
                edited,
                early, Rights.reply("r5", "p2", "mila.pours"), Rights.reply("r6", "p1", "Mila.Pours"),
                Rights.reply("r7", "p1", "mila.pours"), Rights.reply("r6", "p1", "Mila.Pours"));

        // Then
        outcomes.statusCode(200).body("items.outcome",
                contains("NOT_GRANTED", "NOT_GRANTED", "NOT_GRANTED", "NOT_GRANTED", "IGNORED", "GRANTED", "IGNORED",
                        "UNCHANGED"),
                "items[0].failed", contains("SAME_AUTHOR"), "items[1].failed",
                containsInAnyOrder("APPROVAL_HASHTAG", "BRAND_MENTION"), "items[2].failed", contains("UNCHANGED"),
                "items[3].failed",
                contains("AFTER_REQUEST"));
        String grant = outcomes.extract().path("items[5].grantId");
        rights.api().request().get("/v1/rights-grants/{id}", grant).then().body("evidence.text",
                equalTo("Yes! #YesHarbour @HarbourCoffee"), "evidence.replyId", equalTo("r6"), "grantedVia", equalTo("REPLY"),
                "state",
                equalTo("ACTIVE"));
        assertEquals("PUBLISHABLE", rights.state(post));
        assertEquals(true, rights.isAllowed(post));
        rights.api().request().get("/v1/rights-requests").then().body("items[0].state", equalTo("GRANTED"));
    }

    @Test
    @DisplayName("A reply that had granted ends its grant when it is deleted or edited, and the post goes at once")
    void takenBack() {
        // Given
        Rights rights = Rights.of("rights-taken-back");
        String deleted = rights.approved("p1", "one");
        String edited = rights.approved("p2", "two");
        rights.sent(deleted);
        rights.sent(edited);
        rights.bring(Rights.reply("r1", "p1", "one"), Rights.reply("r2", "p2", "two")).body("items.outcome",
                contains("GRANTED", "GRANTED"));

        // When
        var outcomes = rights.bring("{\"network\": \"INSTAGRAM\", \"replyId\": \"r1\", \"deleted\": true}",
                Rights.reply("r2", "p2", "two", "No, thank you"));

        // Then
        outcomes.body("items.outcome", contains("REVOKED", "REVOKED"));
        rights.api().request().get("/v1/rights-grants").then().body("items.endReason",
                contains("REPLY_EDITED", "REPLY_DELETED"));
        assertEquals(List.of("WITHDRAWN", "WITHDRAWN"), List.of(rights.state(deleted), rights.state(edited)));
        assertEquals("POST_WITHDRAWN", rights.check(deleted, "DISPLAY", "WEBSITE", "DE").getString("clause"));
        rights.api().request().get("/v1/posts/{id}", edited).then().body("stateReason", equalTo("RIGHTS_REVOKED"), "text",
                equalTo(""));
    }

    @Test
    @DisplayName("Replies that come again and again are told once in the ledger")
    void seenAgain() {
        // Given
        Rights rights = Rights.of("rights-seen");
        rights.sent(rights.approved("p1", "one"));
        String refused = Rights.reply("r1", "p1", "one", "maybe");
        rights.bring(refused).body("items.outcome", contains("NOT_GRANTED"));

        // When
        var again = rights.bring(refused, refused);

        // Then
        again.body("items.outcome", contains("UNCHANGED", "UNCHANGED"));
        rights.api().request().get("/v1/rights-ledger").then().body("items.kind",
                contains("REPLY_REFUSED", "REQUEST_SENT", "REQUEST_CREATED"));
    }

    @Test
    @DisplayName("Of many replies that grant at once, one makes the grant")
    void atOnce() {
        // Given
        Rights rights = Rights.of("rights-at-once");
        rights.sent(rights.approved("p1", "one"));

        // When
        List<String> outcomes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture
                        .supplyAsync(() -> rights.bring(Rights.reply("r" + i, "p1", "one")).statusCode(200)
                                .extract().<String>path("items[0].outcome")))
                .toList().stream().map(CompletableFuture::join).sorted().toList();

        // Then
        assertEquals("GRANTED", outcomes.getFirst());
        assertEquals(List.of("IGNORED"), outcomes.subList(1, 8).stream().distinct().toList());
        rights.api().request().get("/v1/rights-grants").then().body("items", hasSize(1));
        assertEquals(true, rights.verified().getBoolean("valid"));
    }

    @Test
    @DisplayName("Settings are the house's until the workspace has its own, and change only where they are changed")
    void settings() {
        // Given
        Api api = Api.of("rights-settings");
        api.request().get("/v1/rights-settings").then().statusCode(200).body("requestsPerHour", equalTo(20), "answerDays",
                equalTo(7), "approvalHashtag", nullValue());

        // When
        api.request().body("{\"approvalHashtag\": \"#ja\", \"brandMentions\": {\"X\": \"@b\"}, \"source\": \"A\"}")
                .post("/v1/rights-settings").then().statusCode(201);
        api.request().body("{\"answerDays\": 3, \"brandMentions\": {\"TIKTOK\": \"@c\"}, \"source\": \"B\"}")
                .post("/v1/rights-settings").then().statusCode(201);

        // Then
        api.request().get("/v1/rights-settings").then().body("approvalHashtag", equalTo("#ja"), "answerDays", equalTo(3),
                "brandMentions.X", equalTo("@b"), "brandMentions.TIKTOK", equalTo("@c"), "source", equalTo("B"));
        Api.of("rights-settings-other").request().get("/v1/rights-settings").then().body("answerDays", equalTo(7));
        api.request().body("{\"texts\": {\"de\": [\"Nur {handle}\", \"Zwei\"]}, \"source\": \"C\"}").post("/v1/rights-settings")
                .then().statusCode(422).body("errors[0].pointer", equalTo("#/texts/de/0"));
        api.request().body("{\"approvalHashtag\": \"yes\", \"source\": \"C\"}").post("/v1/rights-settings").then()
                .statusCode(422);
    }

    private static void settings(Rights rights, String members) {
        rights.api().request().body("{" + members + ", \"source\": \"Test\"}").post("/v1/rights-settings").then()
                .statusCode(201);
    }
}
