package io.groundswell.campaign.erasure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.groundswell.campaign.rights.Rights;
import io.groundswell.kit.erasure.ErasureMarks;
import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
class ErasedPostsTest {
    @Inject
    ErasedPosts erased;
    @Inject
    ErasureMarks marks;
    @Inject
    WorkspaceDatabase database;
    @Inject
    ObjectMapper json;

    @Test
    void nothingInAnyTableNamesTheAuthorAndThePostIsWithdrawn() throws SQLException {
        // Given
        Api api = Api.of("erased-all");
        String campaign = api.live("#erasedall");
        String post = api.ingest(NeutralPost.of("native-id-4711", "Only zz-secret-words #erasedall")
                .by("zz.secret.handle", 4242424).line()).getFirst().getString("postId");
        api.ingest(NeutralPost.of("2", "Somebody else's #erasedall").line());

        // When
        apply("erased-all", "[]", post);

        // Then
        assertEquals(List.of(), tablesThatSay("zz-secret-words", "zz.secret.handle", "native-id-4711", "4242424"));
        api.request().get("/v1/posts/{id}", post).then().body("state", equalTo("WITHDRAWN"), "stateReason",
                equalTo("AUTHOR_ERASED"), "text", equalTo(""), "networkPostId", equalTo("erased:" + post));
        api.request().get("/v1/events").then().body("type",
                contains("campaign.launched", "post.withdrawn", "post.matched", "post.withdrawn"), "[1].data.campaignIds",
                empty(), "[3].data.campaignIds", contains(campaign), "[3].data.reason", equalTo("AUTHOR_ERASED"));
    }

    @Test
    void whatRulesAndPeopleSaidOfTheAuthorIsForgotten() throws SQLException {
        // Given
        Api api = Api.of("erased-moderated");
        api.live("#erasedmoderated");
        rule(api, "About zz-hidden-person", "{\"type\":\"AUTHOR\",\"network\":\"INSTAGRAM\",\"handle\":\"@ZZ-hidden-person\"}");
        String stays = rule(api, "Words", "{\"type\":\"WORD\",\"word\":\"secretive\"}");
        String post = api.ingest(NeutralPost.of("1", "zz\u00ADSecretive #erasedmoderated").by("zz-hidden-person", 10).line())
                .getFirst().getString("postId");
        api.request().header("If-Match", "*").body("{\"reason\":\"zz-hidden-reason\"}").post("/v1/posts/{id}/reject", post)
                .then()
                .statusCode(200);
        var mark = marks.ofHandle(new Workspace("erased-moderated"), "INSTAGRAM", "zz-hidden-person");

        // When
        apply("erased-moderated", "[\"%s\"]".formatted(mark), post);

        // Then
        assertEquals(List.of(), tablesThatSay("zz-hidden-person", "zz-hidden-reason"));
        api.request().get("/v1/moderation-rules").then().body("items.id", contains(stays));
        api.request().get("/v1/posts/{id}/decisions", post).then().body("items.to", contains("REJECTED", "REJECTED"),
                "items.decidedBy", contains(null, null), "items.rule", contains(null, null));
    }

    private static String rule(Api api, String name, String condition) {
        return api.request().header("Idempotency-Key", UUID.randomUUID()).body("""
                {"name":"%s","action":"BLOCK","enabled":true,"condition":%s}""".formatted(name, condition))
                .post("/v1/moderation-rules").then().statusCode(201).extract().path("id");
    }

    @Test
    void nothingOfWhatTheAuthorWasAskedAndAnsweredIsLeftButThatItWas() throws SQLException {
        // Given
        Rights rights = Rights.of("erased-rights");
        String post = rights.approved(NeutralPost.of("native-4712", "Cup").by("yy.secret.handle", 10));
        String asked = rights.approved(NeutralPost.of("native-4713", "Cup").by("yy.secret.handle", 10));
        rights.api().request().header("Idempotency-Key", "yy").body("""
                {"postId": "%s", "approvalHashtag": "#yesHarbour", "brandMention": "@harbourcoffee",
                 "terms": {"actions": ["DISPLAY"], "channels": ["WEBSITE"], "attribution": "Photo: yy.secret.handle"}}"""
                .formatted(post)).post("/v1/rights-requests").then().statusCode(201);
        rights.sent(post);
        rights.bring(Rights.reply("yy-secret-1", "native-4712", "yy.secret.handle", "yy-secret-no"),
                Rights.reply("yy-secret-2", "native-4712", "yy.secret.handle", "yy-secret-yes #yesHarbour @harbourcoffee"))
                .body(
                        "items.outcome", contains("NOT_GRANTED", "GRANTED"));
        rights.sent(asked);

        // When
        apply("erased-rights", "[]", post, asked);

        // Then
        assertEquals(List.of(), tablesThatSay("yy.secret.handle", "yy-secret", "native-471"));
        rights.api().request().get("/v1/rights-grants").then().body("items.endReason", contains("AUTHOR_ERASED"),
                "items[0].evidence.textDigest", matchesPattern("[0-9a-f]{64}"));
        rights.api().request().get("/v1/rights-requests").then().body("items.state",
                containsInAnyOrder("BLOCKED", "GRANTED", "BLOCKED"));
        assertEquals(true, rights.verified().getBoolean("valid"));
        apply("erased-rights", "[]", post, asked);
        assertEquals("WITHDRAWN", rights.state(post));
    }

    @Test
    void toldTwiceIsDoneOnce() {
        // Given
        Api api = Api.of("erased-twice");
        api.live("#erasedtwice");
        String post = api.ingest(NeutralPost.of("1", "Hi #erasedtwice").line()).getFirst().getString("postId");
        apply("erased-twice", "[]", post);

        // When
        apply("erased-twice", "[]", post);

        // Then
        api.request().get("/v1/posts/{id}", post).then().body("version", equalTo(1));
        api.request().get("/v1/events").then().body("$", hasSize(3));
    }

    @Test
    void ingestTakesNothingOfWhoWasErasedAndAllOfOthers() {
        // Given
        Api api = Api.of("erased-back");
        api.live("#erasedback");
        var workspace = new Workspace("erased-back");
        apply("erased-back", "[\"%s\", \"%s\"]".formatted(marks.ofHandle(workspace, "INSTAGRAM", "mila.pours"),
                marks.ofUserId(workspace, "INSTAGRAM", "42")));

        // When
        List<String> outcomes = api.outcomes(NeutralPost.of("1", "One #erasedback").by("@Mila.Pours", 10).line(),
                NeutralPost.of("2", "Two #erasedback").on("TIKTOK").line(),
                NeutralPost.of("3", "Three #erasedback").by("noor", 10).line(),
                NeutralPost.of("4", "Four #erasedback").by("renamed", 10).line().replace("\"handle\"",
                        "\"id\":\"42\",\"handle\""),
                NeutralPost.of("5", "Five #erasedback").line().replace("\"handle\"", "\"id\":\"43\",\"handle\""),
                NeutralPost.of("6", "Not matching").line());

        // Then
        assertEquals(List.of("IGNORED", "MATCHED", "MATCHED", "IGNORED", "MATCHED", "UNMATCHED"), outcomes);
        api.request().get("/v1/posts").then().body("items.networkPostId", containsInAnyOrder("2", "3", "5"));
    }

    @Test
    void anotherWorkspacesErasureTouchesNothing() {
        // Given
        Api api = Api.of("erased-mine");
        api.live("#erasedmine");
        String post = api.ingest(NeutralPost.of("1", "Hi #erasedmine").line()).getFirst().getString("postId");
        var stranger = new Workspace("erased-stranger");

        // When
        apply("erased-stranger", "[\"%s\"]".formatted(marks.ofHandle(stranger, "INSTAGRAM", "mila.pours")), post);

        // Then
        api.request().get("/v1/posts/{id}", post).then().body("state", equalTo("PENDING"));
        assertEquals(List.of("MATCHED"), api.outcomes(NeutralPost.of("2", "More #erasedmine").line()));
    }

    @Test
    void anErasureThatCannotBeReadIsNotPassedOver() {
        // Given
        FeedEvent broken = event("erased-broken", "{\"marks\": \"all\"}");

        // When
        var refused = assertThrows(IllegalStateException.class, () -> apply(broken));

        // Then
        assertEquals("Erasure " + broken.id() + " is not of the form that was agreed", refused.getMessage());
    }

    @Test
    void postsAreExportedInFull() {
        // Given
        Api api = Api.of("erased-export");
        api.live("#erasedexport");
        String post = api.ingest(NeutralPost.of("1", "Hi #erasedexport").line()).getFirst().getString("postId");
        String body = "{\"postIds\": [\"%s\", \"%s\"]}".formatted(post, UUID.randomUUID());

        // When
        var export = Api.of("erased-export", "admin").request().body(body).post("/v1/posts/personal-data").then();

        // Then
        export.statusCode(200).body("items.author.handle", contains("mila.pours"), "items[0].text",
                equalTo("Hi #erasedexport"));
        Api.of("erased-export-stranger", "admin").request().body(body).post("/v1/posts/personal-data").then()
                .statusCode(200).body("items", empty());
        api.request().body(body).post("/v1/posts/personal-data").then().statusCode(403);
        Api.of("erased-export", "admin").request().body("{\"postIds\": []}").post("/v1/posts/personal-data").then()
                .statusCode(422);
    }

    private void apply(String workspace, String told, String... posts) {
        apply(event(workspace, "{\"marks\": %s, \"postIds\": [%s]}".formatted(told,
                posts.length == 0 ? "" : "\"" + String.join("\",\"", posts) + "\"")));
    }

    private void apply(FeedEvent event) {
        var workspace = new Workspace(event.workspace());
        database.write(workspace, transaction -> erased.apply(transaction, workspace, List.of(event))).await()
                .indefinitely();
    }

    private FeedEvent event(String workspace, String data) {
        try {
            return new FeedEvent("1.0", UUID.randomUUID(), "/creator-service", "creator.erased", "c", Instant.EPOCH,
                    "application/json", workspace, "1-1", json.readTree(data));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Looks through every row of every table, whatever is added later. */
    private static List<String> tablesThatSay(String... secrets) throws SQLException {
        List<String> telling = new ArrayList<>();
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet tables = connection.createStatement().executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public'")) {
            while (tables.next()) {
                for (String secret : secrets) {
                    try (ResultSet rows = connection.createStatement().executeQuery(
                            "select from %s t where lower(cast(t as text)) like '%%%s%%'".formatted(tables.getString(1),
                                    secret))) {
                        if (rows.next()) {
                            telling.add(tables.getString(1) + " says " + secret);
                        }
                    }
                }
            }
        }
        return telling;
    }
}
