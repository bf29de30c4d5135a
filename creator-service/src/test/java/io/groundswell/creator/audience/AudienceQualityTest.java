package io.groundswell.creator.audience;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class AudienceQualityTest {
    private static final RestAssuredConfig DECIMALS = RestAssuredConfig.config()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));

    @Test
    void aWholeProfileIsJudgedWithReasonsThatSumUp() {
        // Given
        Api api = Api.of("audience-known");
        String id = add(api,
                """
                        "followers": 4200, "following": 2100, "bio": "Cups", "hasPicture": true, "joinedAt": "2019-01-01T00:00:00Z\"""");

        // When
        ValidatableResponse answer = quality(api, id);

        // Then
        answer.body("model", equalTo("signals-2026"), "outcome", equalTo("ESTIMATED"), "judgedShare",
                equalTo(new BigDecimal("1.00")), "accounts[0].reasons", hasSize(5), "accounts[0].reasons[0].signal",
                equalTo("MASS_FOLLOWING"), "accounts[0].reasons[0].direction", equalTo("WEAKENS"),
                "accounts[0].reasons[0].text", equalTo("It follows 2,100 accounts."), "accounts[0].missing.signal",
                contains("FOLLOWER_STEPS", "COMMENTS_PER_LIKE", "FIRST_DIGITS"), "accounts[0].missing[0].needed",
                notNullValue());
        List<BigDecimal> weights = answer.extract().path("accounts[0].reasons.weight");
        BigDecimal prior = answer.extract().path("accounts[0].prior");
        BigDecimal logOdds = answer.extract().path("accounts[0].logOdds");
        assertEquals(logOdds, weights.stream().reduce(prior, BigDecimal::add));
        BigDecimal probability = answer.extract().path("probability");
        assertEquals(1 / (1 + Math.exp(-logOdds.doubleValue())), probability.doubleValue(), 0.0005);
        assertEquals(new BigDecimal("0.499"), logOdds, "the example of docs/audience-quality.md");
        assertEquals(new BigDecimal("0.622"), probability, "the example of docs/audience-quality.md");
        assertFalse(answer.extract().asString().toLowerCase(Locale.ROOT).contains("fake"));
    }

    @Test
    void whatIsMissingIsNamedWhereTooLittleIsKnown() {
        // Given
        Api api = Api.of("audience-unknown");
        String id = add(api, "\"followers\": 4200");

        // When
        ValidatableResponse answer = quality(api, id);

        // Then
        answer.body("outcome", equalTo("NOT_ENOUGH_DATA"), "probability", equalTo(null), "accounts[0].outcome",
                equalTo("NOT_ENOUGH_DATA"), "accounts[0].reasons", hasSize(0), "accounts[0].missing.signal",
                hasItems("FOLLOWING_PER_FOLLOWER", "BIO", "PICTURE"), "accounts[0].logOdds", equalTo(null));
    }

    @Test
    void aBioThatNobodyToldIsNotMissingFromTheProfile() {
        // Given
        Api api = Api.of("audience-bio");
        String untold = add(api,
                "\"followers\": 4200, \"following\": 10, \"hasPicture\": true, \"joinedAt\": \"2019-01-01T00:00:00Z\"");
        String told = api.request().body("""
                {"accounts": [{"network": "X", "handle": "noor", "followers": 4200, "following": 10, "hasPicture": true,
                 "joinedAt": "2019-01-01T00:00:00Z", "bio": ""}]}""").post("/v1/creators").then().extract().path("id");

        // When
        ValidatableResponse answer = quality(api, untold);

        // Then
        answer.body("accounts[0].missing.signal", hasItem("BIO"));
        quality(api, told).body("accounts[0].missing.signal", not(hasItem("BIO")), "accounts[0].reasons.text",
                hasItem("The profile has no bio."));
    }

    @Test
    void followersThatCameAtOnceWeighAgainstTheAudience() {
        // Given
        Api api = Api.of("audience-steps");
        api.importLines(IntStream.range(0, 16).mapToObj(day -> """
                {"network":"X","handle":"mila","followers":%d,"following":300,"observedAt":"2026-03-%02dT06:00:00Z"}"""
                .formatted(day < 10 ? 1_000 + day : 3_000 + day, day + 1)).toArray(String[]::new));
        String id = api.list("").extract().path("items[0].id");

        // When
        ValidatableResponse answer = quality(api, id);

        // Then
        answer.body("accounts[0].reasons[0].signal", equalTo("FOLLOWER_STEPS"), "accounts[0].reasons[0].direction",
                equalTo("WEAKENS"), "accounts[0].reasons[0].value", equalTo(new BigDecimal("0.66335")),
                "accounts[0].missing.signal", not(hasItem("FOLLOWER_STEPS")));
    }

    @Test
    void aSampleOfTheAudienceIsKeptAsDigitsAndWeighs() {
        // Given
        Api api = Api.of("audience-sample");
        String id = add(api, "\"followers\": 4200, \"following\": 300, \"bio\": \"Cups\"");
        String account = api.creator(id).extract().path("accounts[0].id");
        String counts = "7,".repeat(150) + "0,80";

        // When
        ValidatableResponse stored = sample(api, id, account, null, "{\"followerCounts\": [" + counts + "]}");

        // Then
        stored.statusCode(201).body("size", equalTo(152), "zeros", equalTo(1), "firstDigits",
                contains(0, 0, 0, 0, 0, 0, 150, 1, 0));
        quality(api, id).body("accounts[0].reasons[0].signal", equalTo("FIRST_DIGITS"), "accounts[0].reasons[0].direction",
                equalTo("WEAKENS"), "accounts[0].reasons[0].weight", equalTo(new BigDecimal("-2.200")));
    }

    @Test
    void aSampleIsReplacedByItsVersion() {
        // Given
        Api api = Api.of("audience-replace");
        String id = add(api, "\"followers\": 4200");
        String account = api.creator(id).extract().path("accounts[0].id");
        String first = sample(api, id, account, null, "{\"followerCounts\": [1]}").statusCode(201).extract().header("ETag");

        // When
        ValidatableResponse second = sample(api, id, account, first, "{\"followerCounts\": [2, 30]}");

        // Then
        String tag = second.statusCode(200).body("size", equalTo(2)).extract().header("ETag");
        sample(api, id, account, first, "{\"followerCounts\": [3]}").statusCode(412);
        sample(api, id, account, null, "{\"followerCounts\": [3]}").statusCode(428);
        String path = "/v1/creators/{c}/accounts/{a}/audience-sample";
        api.request().header("If-None-Match", tag).get(path, id, account).then().statusCode(304);
        api.request().get(path, id, account).then().statusCode(200).header("ETag", tag).body("firstDigits[2]", equalTo(1));
        api.request().header("If-Match", first).delete(path, id, account).then().statusCode(412);
        api.request().header("If-Match", tag).delete(path, id, account).then().statusCode(204);
        api.request().get(path, id, account).then().statusCode(404);
        sample(api, id, account, tag, "{\"followerCounts\": [3]}").statusCode(412);
    }

    @Test
    void whatIsNoSampleIsRefused() {
        // Given
        Api api = Api.of("audience-bad");
        String id = add(api, "\"followers\": 4200");
        String account = api.creator(id).extract().path("accounts[0].id");

        // When
        ValidatableResponse refused = sample(api, id, account, null, "{\"followerCounts\": [5, -1]}");

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo("#/followerCounts/1"), "errors[0].code",
                equalTo("out-of-range"));
        for (String body : List.of("{}", "{\"followerCounts\": []}", "{\"followerCounts\": [null]}",
                "{\"followerCounts\": [1.5]}", "{\"followerCounts\": [\"5\"]}", "{\"followerCounts\": [10000000001]}",
                "{\"followerCounts\": [1], \"handles\": [\"a\"]}",
                "{\"followerCounts\": [1], \"takenAt\": \"2999-01-01T00:00:00Z\"}",
                "{\"followerCounts\": [" + "1,".repeat(50_000) + "1]}")) {
            sample(api, id, account, null, body).statusCode(422);
        }
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        // Given
        Api api = Api.of("audience-mine");
        String id = add(api, "\"followers\": 4200");
        String account = api.creator(id).extract().path("accounts[0].id");
        sample(api, id, account, null, "{\"followerCounts\": [1]}").statusCode(201);
        Api stranger = Api.of("audience-stranger");
        String theirs = add(stranger, "\"followers\": 1");

        // When
        ValidatableResponse answer = stranger.request().get("/v1/creators/{id}/audience-quality", id).then();

        // Then
        answer.statusCode(404).body("code", equalTo("not-found"));
        String path = "/v1/creators/{c}/accounts/{a}/audience-sample";
        stranger.request().get(path, id, account).then().statusCode(404);
        stranger.request().get(path, theirs, account).then().statusCode(404);
        sample(stranger, theirs, account, null, "{\"followerCounts\": [1]}").statusCode(404);
        sample(stranger, id, account, null, "{\"followerCounts\": [1]}").statusCode(404);
        stranger.request().header("If-Match", "*").delete(path, theirs, account).then().statusCode(404);
        api.request().get("/v1/creators/{id}/audience-quality", UUID.randomUUID()).then().statusCode(404);
        assertEquals(403, Api.of("audience-mine", "creators:read").request().body("{\"followerCounts\": [1]}")
                .put(path, id, account).statusCode());
    }

    @Test
    void theModelIsPublished() {
        // Given
        Api api = Api.of("audience-models");

        // When
        ValidatableResponse list = api.request().get("/v1/audience-models").then();

        // Then
        list.statusCode(200).body("items.id", contains("signals-2026"), "items[0].signals", hasSize(8), "page.next",
                equalTo(null));
        api.request().config(DECIMALS).get("/v1/audience-models/signals-2026").then().statusCode(200).body("prior",
                equalTo(new BigDecimal("0.400")), "leastCoverage", equalTo(new BigDecimal("0.35")),
                "signals.find { it.signal == 'MASS_FOLLOWING' }.weights.at", hasItems(new BigDecimal("1500.0"),
                        new BigDecimal("1501.0")));
        api.request().get("/v1/audience-models/of-nobody").then().statusCode(404);
        api.request().get("/v1/audience-models?colour=blue").then().statusCode(400);
    }

    private static String add(Api api, String figures) {
        return api.request().body("{\"accounts\": [{\"network\": \"X\", \"handle\": \"mila\", " + figures + "}]}")
                .post("/v1/creators").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse quality(Api api, String id) {
        return api.request().config(DECIMALS).get("/v1/creators/{id}/audience-quality", id).then().statusCode(200);
    }

    private static ValidatableResponse sample(Api api, String creator, String account, @Nullable String tag,
            String body) {
        var request = api.request().body(body);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put("/v1/creators/{c}/accounts/{a}/audience-sample", creator, account).then();
    }
}
