package io.groundswell.creator.topic;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TopicApiTest {

    @Test
    void theTaxonomyIsShownInEveryLanguage() {
        // Given
        Api api = Api.of("topics-all");

        // When
        var answer = api.request().get("/v1/topics").then();

        // Then
        String tag = answer.statusCode(200).body("taxonomy.id", equalTo("groundswell-topics"), "items.size()",
                greaterThan(60), "items.find { it.id == 'coffee' }.names.'zh-Hant'", equalTo("咖啡"),
                "items.find { it.id == 'coffee' }.parent", equalTo("food-drink"),
                "items.find { it.id == 'coffee' }.keywords.ja", hasItem("珈琲")).extract().header("ETag");
        api.request().header("If-None-Match", tag).get("/v1/topics").then().statusCode(304);
    }

    @Test
    void aCreatorsTopicsComeWithTheirEvidence() {
        // Given
        Api api = Api.of("topics-creator");
        String id = api.request().body("""
                {"accounts": [{"network": "INSTAGRAM", "handle": "mila", "bio": "Ｌａｔｔｅ Ａｒｔ ☕️ #VeganFood"},
                 {"network": "X", "handle": "mila", "bio": "喜歡登山 https://coffee.example"}]}""")
                .post("/v1/creators").then().statusCode(201).extract().path("id");

        // When
        var answer = api.request().get("/v1/creators/{id}/topics", id).then();

        // Then
        answer.statusCode(200).body("taxonomy.version", equalTo(1), "topics.topic",
                contains("food-drink", "coffee", "hiking", "travel", "vegan-food"), "topics[1].score", equalTo(0.75f),
                "topics[1].evidence.text", contains("Ｌａｔｔｅ Ａｒｔ", "☕️"), "topics[1].evidence.source",
                contains("BIO", "BIO"), "topics[2].evidence[0].languages", contains("ja", "zh-Hans", "zh-Hant"));
    }

    @Test
    void theDeclaredLanguageGoesBeforeTheDetectedOne() {
        // Given
        Api api = Api.of("topics-language");
        String id = api.request()
                .body("""
                        {"accounts": [
                         {"network": "INSTAGRAM", "handle": "mila", "followers": 3, "language": "nl", "bio": "I write about coffee and books"},
                         {"network": "X", "handle": "mila", "followers": 2, "bio": "Fotógrafa y viajera. Amante de la jardinería"},
                         {"network": "TIKTOK", "handle": "mila", "followers": 1, "bio": "☕"}]}""")
                .post("/v1/creators").then().statusCode(201).extract().path("id");

        // When
        var answer = api.request().get("/v1/creators/{id}/topics", id).then();

        // Then
        answer.statusCode(200).body("languages.source", contains("DECLARED", "DETECTED", "UNKNOWN"), "languages[0].language",
                equalTo("nl"), "languages[1].language", equalTo("es"), "languages[1].confidence", greaterThan(0.7f),
                "languages[2].reason", equalTo("TOO_SHORT"));
    }

    @Test
    void aCreatorWhoWroteNothingHasNone() {
        // Given
        Api api = Api.of("topics-none");
        String id = api.add("mila", 10);

        // When
        var answer = api.request().get("/v1/creators/{id}/topics", id).then();

        // Then
        answer.statusCode(200).body("topics", hasSize(0));
    }

    @Test
    void strangersAndUnknownCreatorsAreNotFound() {
        // Given
        String id = Api.of("topics-mine").add("mila", 10);
        Api stranger = Api.of("topics-stranger");

        // When
        var answer = stranger.request().get("/v1/creators/{id}/topics", id).then();

        // Then
        answer.statusCode(404).body("code", equalTo("not-found"));
        stranger.request().get("/v1/creators/{id}/topics", UUID.randomUUID()).then().statusCode(404);
        Api.of("topics-mine", "creators:write").request().get("/v1/creators/{id}/topics", id).then().statusCode(403);
    }

    @Test
    void unknownParametersAreRefused() {
        // Given
        Api api = Api.of("topics-odd");

        // When
        var answer = api.request().get("/v1/topics?language=en").then();

        // Then
        answer.statusCode(400).body("code", equalTo("unknown-parameter"), "errors[0].pointer", equalTo("?language"));
    }
}
