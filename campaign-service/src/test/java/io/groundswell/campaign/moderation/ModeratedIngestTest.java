package io.groundswell.campaign.moderation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@DisplayName("Rules decide on posts that are ingested")
class ModeratedIngestTest {
    @Inject
    WorkspaceDatabase database;

    @Test
    @DisplayName("block before quarantine before allow, and the deciding rule is kept with its evidence")
    void decided() {
        // Given
        Api api = Api.of("moderated-order");
        api.live("#order");
        RuleTest.rule(api, "ALLOW", "{'type':'AUTHOR','network':'INSTAGRAM','handle':'@Mila.Pours'}");
        RuleTest.rule(api, "QUARANTINE", "{'type':'PHRASE','phrase':'free giveaway'}");
        String block = RuleTest.rule(api, "BLOCK", "{'type':'WORD','word':'seabrew'}");

        // When
        api.ingest(NeutralPost.of("1", "Free giveaway of S\u0435abrew #order").line(),
                NeutralPost.of("2", "Free-Giveaway #order").line(), NeutralPost.of("3", "Hi #order").line(),
                NeutralPost.of("4", "Hi #order").by("noor", 10).line());

        // Then
        post(api, "1").body("state", equalTo("REJECTED"), "decidedByRule.id", equalTo(block), "decidedByRule.action",
                equalTo("BLOCK"), "decidedByRule.evidence.text", contains("S\u0435abrew"), "decidedByRule.evidence.start",
                contains(17), "decidedByRule.evidence.term", contains("seabrew"), "decidedAt", notNullValue());
        post(api, "2").body("state", equalTo("QUARANTINED"), "decidedByRule.evidence.text", contains("Free-Giveaway"));
        post(api, "3").body("state", equalTo("APPROVED"), "decidedByRule.action", equalTo("ALLOW"));
        post(api, "4").body("state", equalTo("PENDING"), "decidedByRule", nullValue(), "decidedAt", nullValue());
    }

    @Test
    @DisplayName("a rule holds for the next batch from the answer on, and no longer when it is disabled or deleted")
    void atOnce() {
        // Given
        Api api = Api.of("moderated-at-once");
        api.live("#atonce");
        api.ingest(NeutralPost.of("1", "seabrew #atonce").line());
        String rule = RuleTest.rule(api, "BLOCK", "{'type':'WORD','word':'seabrew'}");
        api.ingest(NeutralPost.of("2", "seabrew #atonce").line());
        api.request().header("If-Match", "*").body("{\"enabled\":false}").patch("/v1/moderation-rules/{id}", rule).then()
                .statusCode(200);
        api.ingest(NeutralPost.of("3", "seabrew #atonce").line());
        api.request().header("If-Match", "*").body("{\"enabled\":true}").patch("/v1/moderation-rules/{id}", rule).then()
                .statusCode(200);
        api.ingest(NeutralPost.of("4", "seabrew #atonce").line());

        // When
        api.request().header("If-Match", "*").delete("/v1/moderation-rules/{id}", rule).then().statusCode(204);

        // Then
        api.ingest(NeutralPost.of("5", "seabrew #atonce").line());
        post(api, "1").body("state", equalTo("PENDING"));
        post(api, "2").body("state", equalTo("REJECTED"), "decidedByRule.name", equalTo("BLOCK rule"));
        post(api, "3").body("state", equalTo("PENDING"));
        post(api, "4").body("state", equalTo("REJECTED"));
        post(api, "5").body("state", equalTo("PENDING"));
    }

    @Test
    @DisplayName("a rule for one campaign decides on its posts only")
    void scoped() {
        // Given
        Api api = Api.of("moderated-scoped");
        String campaign = api.live("#scopeda");
        api.live("#scopedb");
        api.request()
                .body("""
                        {"name":"Only a","action":"BLOCK","enabled":true,"campaignId":"%s","condition":{"type":"NETWORK","network":"INSTAGRAM"}}"""
                        .formatted(campaign))
                .post("/v1/moderation-rules").then().statusCode(201);

        // When
        api.ingest(NeutralPost.of("1", "#scopeda").line(), NeutralPost.of("2", "#scopedb").line());

        // Then
        post(api, "1").body("state", equalTo("REJECTED"));
        post(api, "2").body("state", equalTo("PENDING"));
    }

    @Test
    @DisplayName("labels and languages count as they were found")
    void labels() {
        // Given
        Api api = Api.of("moderated-labels");
        api.live("#labels");
        RuleTest.rule(api, "QUARANTINE", "{'type':'LABEL','kind':'DISCLOSURE','value':'ABSENT'}");
        RuleTest.rule(api, "BLOCK", "{'type':'LANGUAGE','language':'es'}");

        // When
        api.ingest(NeutralPost.of("1", "#ad A lovely morning by the harbour with friends #labels").line(),
                NeutralPost.of("2", "A lovely morning by the harbour with friends #labels").line(),
                NeutralPost.of("3", "Una mañana preciosa en el puerto con mis amigos de siempre #labels").line());

        // Then
        post(api, "1").body("state", equalTo("PENDING"));
        post(api, "2").body("state", equalTo("QUARANTINED"), "decidedByRule.evidence.text", contains("ABSENT"));
        post(api, "3").body("state", equalTo("REJECTED"), "decidedByRule.evidence.text", contains("es"));
    }

    @Test
    @DisplayName("a changed post is decided on anew, unless a person decided")
    void changed() {
        // Given
        Api api = Api.of("moderated-changed");
        api.live("#changed");
        RuleTest.rule(api, "BLOCK", "{'type':'WORD','word':'seabrew'}");
        api.ingest(NeutralPost.of("1", "seabrew #changed").line(), NeutralPost.of("2", "seabrew #changed").line(),
                NeutralPost.of("3", "Hi #changed").line());
        String second = id(api, "2");
        api.request().header("If-Match", "*").post("/v1/posts/{id}/approve", second).then().statusCode(200).body(
                "decidedByRule",
                nullValue());

        // When
        api.ingest(NeutralPost.of("1", "Hi #changed").seen("2026-05-05T12:00:00Z", 200).line(),
                NeutralPost.of("2", "seabrew again #changed").seen("2026-05-05T12:00:00Z", 200).line(),
                NeutralPost.of("3", "seabrew #changed").seen("2026-05-05T12:00:00Z", 200).line());

        // Then
        post(api, "1").body("state", equalTo("PENDING"), "decidedByRule", nullValue());
        post(api, "2").body("state", equalTo("APPROVED"), "text", equalTo("seabrew again #changed"));
        post(api, "3").body("state", equalTo("REJECTED"));
        decisions(api, id(api, "1")).body("items.from", contains("REJECTED", null), "items.to", contains("PENDING", "REJECTED"),
                "items[0].rule", nullValue(), "items[1].rule.action", equalTo("BLOCK"), "items.decidedBy",
                contains(null, null));
        decisions(api, second).body("items.to", contains("APPROVED", "REJECTED"), "items[0].decidedBy", notNullValue());
        decisions(api, id(api, "3")).body("items.from", contains("PENDING"), "items.to", contains("REJECTED"));
    }

    @Test
    @DisplayName("a post seen again with new figures and the same verdict gives no further decision")
    void seenAgain() {
        // Given
        Api api = Api.of("moderated-again");
        api.live("#again");
        RuleTest.rule(api, "BLOCK", "{'type':'WORD','word':'seabrew'}");
        api.ingest(NeutralPost.of("1", "seabrew #again").line());

        // When
        api.ingest(NeutralPost.of("1", "seabrew #again").seen("2026-05-05T12:00:00Z", 999).line());

        // Then
        post(api, "1").body("engagement.likes", equalTo(999), "state", equalTo("REJECTED"));
        decisions(api, id(api, "1")).body("items", hasSize(1));
    }

    @Test
    @DisplayName("a changed post that is allowed now is publishable when its author had granted rights, and stays so")
    void settled() throws SQLException {
        // Given
        Api api = Api.of("moderated-settled");
        api.live("#settledrule");
        api.ingest(NeutralPost.of("1", "Hi #settledrule").line());
        String id = id(api, "1");
        try (Connection superuser = PostgresTestResource.superuser();
                PreparedStatement grant = superuser.prepareStatement(
                        """
                                insert into rights_grant (workspace_id, id, post_id, state, actions, channels, territories, starts_at)
                                values ('moderated-settled', gen_random_uuid(), cast(? as uuid), 'ACTIVE', '{DISPLAY}', '{}', '{}', now())""")) {
            grant.setString(1, id);
            grant.executeUpdate();
        }
        RuleTest.rule(api, "ALLOW", "{'type':'NETWORK','network':'INSTAGRAM'}");
        api.ingest(NeutralPost.of("1", "Hi #settledrule").seen("2026-05-05T12:00:00Z", 200).line());
        api.request().get("/v1/posts/{id}", id).then().body("state", equalTo("PUBLISHABLE"));

        // When
        api.ingest(NeutralPost.of("1", "Hi #settledrule").seen("2026-05-06T12:00:00Z", 300).line());

        // Then
        api.request().get("/v1/posts/{id}", id).then().body("state", equalTo("PUBLISHABLE"), "engagement.likes", equalTo(300));
        decisions(api, id).body("items.from", contains("PENDING"), "items.to", contains("APPROVED"));
    }

    @Test
    @DisplayName("copies of an earlier post are recognised, and that one is the evidence")
    void similarity() {
        // Given
        Api api = Api.of("moderated-similar");
        api.live("#similar");
        RuleTest.rule(api, "QUARANTINE", "{'type':'SIMILARITY'}");
        String text = "A slow morning by the harbour with a flat white, two friends and a view that nobody should miss #similar";

        // When
        api.ingest(NeutralPost.of("1", text).line(), NeutralPost.of("2", text).by("noor", 10).line());

        // Then
        post(api, "1").body("state", equalTo("PENDING"));
        post(api, "2").body("state", equalTo("QUARANTINED"), "decidedByRule.evidence.text", contains(id(api, "1")));
        api.request().body("{\"days\":1,\"rule\":%s}".formatted(RuleTest.draft("BLOCK", "{'type':'SIMILARITY'}", "false")))
                .post("/v1/moderation-rules/rehearse").then().statusCode(200).body("matching", equalTo(1), "changes[0].from",
                        equalTo("QUARANTINED"));
    }

    @Test
    @DisplayName("a withdrawn post keeps the decision and forgets what it quoted")
    void withdrawn() {
        // Given
        Api api = Api.of("moderated-withdrawn");
        api.live("#withdrawn");
        RuleTest.rule(api, "BLOCK", "{'type':'REGEX','pattern':'zz\\\\w+'}");
        api.ingest(NeutralPost.of("1", "zzsecretquote #withdrawn").line());
        String id = id(api, "1");

        // When
        api.request().header("If-Match", "*").post("/v1/posts/{id}/take-down", id).then().statusCode(200);

        // Then
        api.request().get("/v1/posts/{id}", id).then().body("state", equalTo("WITHDRAWN"), "decidedByRule.evidence", empty());
        decisions(api, id).body("items.to", contains("REJECTED"), "items[0].rule.evidence", empty(), "items[0].rule.name",
                equalTo("BLOCK rule"));
    }

    @Test
    @DisplayName("a preview tells the decision and its evidence")
    void preview() {
        // Given
        Api api = Api.of("moderated-preview");
        api.live("#preview");
        String rule = RuleTest.rule(api, "BLOCK", "{'type':'REGEX','pattern':'(?i)sea.rew'}");

        // When
        ValidatableResponse preview = api.request().body(NeutralPost.of("1", "A SeaBrew #preview").line())
                .post("/v1/posts/preview")
                .then();

        // Then
        preview.statusCode(200).body("decision.state", equalTo("REJECTED"), "decision.rule.id", equalTo(rule),
                "decision.rule.evidence.text", contains("SeaBrew"));
        api.request().body(NeutralPost.of("1", "Hi #preview").line()).post("/v1/posts/preview").then().body("decision.state",
                equalTo("PENDING"), "decision.rule", nullValue());
    }

    @Test
    @DisplayName("another workspace's rules decide nothing here")
    void isolated() {
        // Given
        RuleTest.rule(Api.of("moderated-theirs"), "BLOCK", "{'type':'NETWORK','network':'INSTAGRAM'}");
        Api api = Api.of("moderated-ours");
        api.live("#ours");

        // When
        api.ingest(NeutralPost.of("1", "#ours").line());

        // Then
        post(api, "1").body("state", equalTo("PENDING"));
        Api.of("moderated-theirs").request().get("/v1/posts/{id}/decisions", id(api, "1")).then().statusCode(404);
    }

    @Test
    @DisplayName("decisions that were kept can be neither changed nor deleted")
    void appendOnly() throws SQLException {
        // Given
        Api api = Api.of("moderated-audit");
        api.live("#audit");
        RuleTest.rule(api, "BLOCK", "{'type':'WORD','word':'seabrew'}");
        api.ingest(NeutralPost.of("1", "seabrew #audit").line());
        var workspace = new Workspace("moderated-audit");

        // When
        var changed = assertThrows(RuntimeException.class, () -> database.write(workspace, transaction -> transaction
                .preparedQuery("update moderation_event set to_state = 'APPROVED' where workspace_id = $1")
                .execute(Tuple.of(workspace.key()))).await().indefinitely());

        // Then
        assertTrue(String.valueOf(changed.getMessage()).contains("append-only"), changed::toString);
        int deleted = database.write(workspace, transaction -> transaction
                .preparedQuery("delete from moderation_event where workspace_id = $1").execute(Tuple.of(workspace.key())))
                .await().indefinitely().rowCount();
        assertEquals(0, deleted);
        try (Connection superuser = PostgresTestResource.superuser();
                PreparedStatement delete = superuser
                        .prepareStatement("delete from moderation_event where workspace_id = 'moderated-audit'")) {
            assertThrows(SQLException.class, delete::executeUpdate);
        }
        decisions(api, id(api, "1")).body("items.to", contains("REJECTED"));
    }

    @Test
    @DisplayName("decisions are listed a page at a time")
    void paged() {
        // Given
        Api api = Api.of("moderated-paged");
        api.live("#paged");
        api.ingest(NeutralPost.of("1", "#paged").line());
        String id = id(api, "1");
        for (int i = 0; i < 3; i++) {
            api.request().header("If-Match", "*").body("{\"reason\":\"Reason %d\"}".formatted(i))
                    .post("/v1/posts/{id}/reject", id)
                    .then().statusCode(200);
        }

        // When
        ValidatableResponse page = api.request().queryParam("limit", 2).get("/v1/posts/{id}/decisions", id).then();

        // Then
        page.statusCode(200).body("items.reason", contains("Reason 2", "Reason 1"));
        api.request().queryParam("limit", 2).queryParam("cursor", page.extract().<String>path("page.next"))
                .get("/v1/posts/{id}/decisions", id).then().body("items.reason", contains("Reason 0"), "items.to",
                        everyItem(equalTo("REJECTED")));
        api.request().get("/v1/posts/{id}/decisions", UUID.randomUUID()).then().statusCode(404);
    }

    static ValidatableResponse post(Api api, String networkPostId) {
        return api.request().get("/v1/posts/{id}", id(api, networkPostId)).then().statusCode(200);
    }

    static String id(Api api, String networkPostId) {
        return api.request().queryParam("limit", 100).get("/v1/posts").then().statusCode(200).extract()
                .path("items.find { it.networkPostId == '%s' }.id".formatted(networkPostId));
    }

    private static ValidatableResponse decisions(Api api, String id) {
        return api.request().get("/v1/posts/{id}/decisions", id).then().statusCode(200);
    }
}
