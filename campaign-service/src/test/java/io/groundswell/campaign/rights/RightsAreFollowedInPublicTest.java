package io.groundswell.campaign.rights;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@DisplayName("What the public sees of a post follows its author's answers")
class RightsAreFollowedInPublicTest {

    @Test
    @DisplayName("an approved post is shown from the author's reply on")
    void shown() {
        // Given
        Rights rights = Rights.of("public-shown");
        String post = rights.approved("native-1", "mila.pours");
        String path = published(rights, post);
        given().get(path).then().body("items", empty());
        rights.sent(post);

        // When
        rights.bring(Rights.reply("reply-1", "native-1", "mila.pours")).statusCode(200);

        // Then
        given().get(path).then().statusCode(200).body("items.author.handle", contains("mila.pours"));
        assertEquals("PUBLISHED", rights.state(post));
    }

    @Test
    @DisplayName("a reply that is deleted takes the post from the next read")
    void takenBackByTheReply() {
        // Given
        Rights rights = Rights.of("public-deleted-reply");
        String post = rights.approved("native-2", "mila.pours");
        String path = published(rights, post);
        rights.sent(post);
        rights.bring(Rights.reply("reply-2", "native-2", "mila.pours")).statusCode(200);
        given().get(path).then().body("items.author.handle", contains("mila.pours"));

        // When
        rights.bring("{\"network\": \"INSTAGRAM\", \"replyId\": \"reply-2\", \"deleted\": true}")
                .body("items.outcome", contains("REVOKED"));

        // Then
        given().get(path).then().statusCode(200).body("items", empty());
        rights.api().request().get("/v1/posts/{id}", post).then().body("state", equalTo("WITHDRAWN"), "stateReason",
                equalTo("RIGHTS_REVOKED"), "text", equalTo(""));
    }

    @Test
    @DisplayName("a grant that the brand ends takes the post from the next read")
    void takenBackByTheBrand() {
        // Given
        Rights rights = Rights.of("public-ended");
        String post = rights.approved("native-3", "mila.pours");
        String path = published(rights, post);
        String grant = rights.granted(post, Rights.TERMS);
        given().get(path).then().body("items.author.handle", contains("mila.pours"));

        // When
        rights.api().request().body("{\"reason\": \"Campaign stopped\"}").post("/v1/rights-grants/{id}/revoke", grant).then()
                .statusCode(200);

        // Then
        given().get(path).then().statusCode(200).body("items", empty());
    }

    @Test
    @DisplayName("many posts that are rejected at once are gone from the next read")
    void rejectedInBulk() {
        // Given
        Rights rights = Rights.of("public-bulk");
        String post = rights.approved("native-4", "mila.pours");
        String path = published(rights, post);
        rights.granted(post, Rights.TERMS);
        given().get(path).then().body("items.author.handle", contains("mila.pours"));

        // When
        rights.api().request().body("""
                {"decision": "REJECTED", "reason": "Competitor", "items": [{"id": "%s"}]}""".formatted(post))
                .post("/v1/posts/decisions").then().statusCode(200);

        // Then
        given().get(path).then().statusCode(200).body("items", empty());
    }

    /** Publishes a collection of the post for websites in Germany; returns where the public reads it. */
    private static String published(Rights rights, String post) {
        String id = rights.api().request().body("""
                {"name": "wall", "title": "Cups", "channel": "WEBSITE", "territory": "DE"}""").post("/v1/collections").then()
                .statusCode(201).extract().path("id");
        rights.api().request().body("{\"postIds\": [\"%s\"]}".formatted(post)).post("/v1/collections/{id}/items", id).then()
                .statusCode(200);
        return "/v1/public/collections/"
                + rights.api().request().header("If-Match", "*").post("/v1/collections/{id}/publish", id)
                        .then().statusCode(200).extract().path("publicId");
    }
}
