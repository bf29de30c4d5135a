package io.groundswell.creator.expertise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ExpertiseApiTest {

    @Test
    void expertiseComesWithTheTextThatSupportsIt() {
        // Given
        Api api = Api.of("expertise-mine");
        String id = api.request().body("""
                {"accounts": [{"network": "INSTAGRAM", "handle": "mila", "followers": 9,
                  "bio": "Rotterdam | Head barista at Quay | ex-journalist"},
                 {"network": "X", "handle": "mila", "followers": 3, "bio": "大學教授，登山愛好者"}]}""")
                .post("/v1/creators").then().statusCode(201).extract().path("id");

        // When
        var answer = api.request().get("/v1/creators/{id}/expertise", id).then();

        // Then
        answer.statusCode(200).body("cues.id", equalTo("groundswell-expertise"), "expertise.kind",
                contains("ACADEMIC", "PRACTITIONER", "ENTHUSIAST"), "expertise[0].evidence[0].text", equalTo("大學教授"),
                "expertise[1].evidence[0].text", equalTo("Head barista at Quay"), "expertise[1].evidence[0].topics",
                contains("coffee"), "expertise[1].evidence[0].network", equalTo("INSTAGRAM"),
                "expertise[2].evidence[0].topics", contains("hiking"));
    }

    @Test
    void aBioThatSaysNothingOfItShowsNone() {
        // Given
        Api api = Api.of("expertise-none");
        String id = api.add("mila", 10);

        // When
        var answer = api.request().get("/v1/creators/{id}/expertise", id).then();

        // Then
        answer.statusCode(200).body("expertise", hasSize(0));
    }

    @Test
    void strangersSeeNothing() {
        // Given
        String id = Api.of("expertise-owner").add("mila", 10);

        // When
        var answer = Api.of("expertise-stranger").request().get("/v1/creators/{id}/expertise", id).then();

        // Then
        answer.statusCode(404).body("code", equalTo("not-found"));
        Api.of("expertise-owner", "creators:write").request().get("/v1/creators/{id}/expertise", id).then().statusCode(403);
    }
}
