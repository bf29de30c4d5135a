package io.groundswell.campaign.rights.grant;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.rights.Rights;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class GrantTest {

    @Test
    @DisplayName("A grant that was obtained elsewhere is recorded, and permits what it says")
    void recorded() {
        // Given
        Rights rights = Rights.of("grant-recorded");
        String post = rights.approved("1", "one");

        // When
        String grant = rights.granted(post, Rights.TERMS);

        // Then
        assertEquals("PUBLISHABLE", rights.state(post));
        rights.api().request().get("/v1/rights-grants/{id}", grant).then().body("grantedVia", equalTo("RECORDED"),
                "evidence.reference", equalTo("Contract 7"), "actions", contains("DISPLAY", "REPOST"));
        rights.api().request().get("/v1/rights-grants/{id}/policy", grant).then().statusCode(200)
                .contentType("application/ld+json").body("'@type'", equalTo("Agreement"), "conflict", equalTo("prohibit"),
                        "permission[0].action", contains("display", "distribute"));
        String tag = rights.api().tag("/v1/rights-grants/" + grant);
        rights.api().request().header("If-None-Match", tag).get("/v1/rights-grants/{id}", grant).then().statusCode(304);
        Api.of("grant-stranger").request().get("/v1/rights-grants/{id}", grant).then().statusCode(404);
        Api.of("grant-stranger").request().body("{\"reason\": \"x\"}").post("/v1/rights-grants/{id}/revoke", grant).then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"DISPLAY, WEBSITE, DE, true, PERMITTED", "EDIT, WEBSITE, DE, false, ACTION",
            "DISPLAY, PRINT, DE, false, CHANNEL",
            "DISPLAY, WEBSITE, FR, false, TERRITORY"})
    @DisplayName("A check tells the clause that decided")
    void checked(String action, String channel, String territory, boolean allowed, String clause) {
        // Given
        Rights rights = Rights.of("grant-check-" + clause.toLowerCase(Locale.ROOT));
        String post = rights.approved("1", "one");
        String grant = rights.granted(post, Rights.TERMS);

        // When
        var answer = rights.check(post, action, channel, territory);

        // Then
        assertEquals(allowed, answer.getBoolean("allowed"));
        assertEquals(clause, answer.getString("clause"));
        assertEquals(grant, answer.getString("grantId"));
    }

    @Test
    @DisplayName("A check is denied without a grant, before its start, and for another workspace's post there is none")
    void denied() {
        // Given
        Rights rights = Rights.of("grant-denied");
        String bare = rights.approved("1", "one");
        String later = rights.approved("2", "two");
        rights.granted(later, """
                {"actions": ["DISPLAY"], "channels": ["WEBSITE"], "startsAt": "2099-01-01T00:00:00Z"}""");

        // When
        List<String> clauses = List.of(rights.check(bare, "DISPLAY", "WEBSITE", "DE").getString("clause"),
                rights.check(later, "DISPLAY", "WEBSITE", "DE").getString("clause"));

        // Then
        assertEquals(List.of("NO_GRANT", "TIME"), clauses);
        String question = "{\"postId\": \"%s\", \"action\": \"DISPLAY\", \"channel\": \"WEBSITE\", \"at\": \"2100-01-01T00:00:00Z\"}"
                .formatted(later);
        rights.api().request().body(question).post("/v1/rights/check").then().body("allowed", equalTo(true));
        Api.of("grant-denied-stranger").request().body(question).post("/v1/rights/check").then().statusCode(404);
        rights.api().request().body(question.replace("DISPLAY", "DANCE")).post("/v1/rights/check").then().statusCode(422);
    }

    @Test
    @DisplayName("The last grant takes its post with it, another one keeps it")
    void revoked() {
        // Given
        Rights rights = Rights.of("grant-revoked");
        String post = rights.approved("1", "one");
        String first = rights.granted(post, Rights.TERMS);
        String second = rights.granted(post, Rights.TERMS);
        revoke(rights, first);
        String between = rights.state(post);

        // When
        revoke(rights, second);

        // Then
        assertEquals("PUBLISHABLE", between);
        assertEquals("WITHDRAWN", rights.state(post));
        rights.api().request().get("/v1/rights-grants/{id}", second).then().body("state", equalTo("REVOKED"), "endNote",
                equalTo("Asked by e-mail"), "endReason", equalTo("REVOKED_BY_BRAND"));
        rights.api().request().get("/v1/events").then().body("type.findAll { it == 'post.withdrawn' }", hasSize(1));
        revoke(rights, second);
        rights.api().request().get("/v1/rights-ledger").then().body("items.kind",
                contains("POST_WITHDRAWN", "GRANT_REVOKED", "GRANT_REVOKED", "GRANT_MADE", "GRANT_MADE"));
    }

    @Test
    @DisplayName("Once a revocation is acknowledged no check allows the use any more")
    void revokedWhileChecking() {
        // Given
        Rights rights = Rights.of("grant-race");
        String post = rights.approved("1", "one");
        String grant = rights.granted(post, Rights.TERMS);
        var acknowledged = new AtomicBoolean();
        List<Boolean> after = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(CompletableFuture.runAsync(() -> {
                int seen = 0;
                while (seen < 5) {
                    boolean isAfter = acknowledged.get();
                    boolean allowed = rights.isAllowed(post);
                    if (isAfter) {
                        after.add(allowed);
                        seen++;
                    }
                }
            }));
        }

        // When
        revoke(rights, grant);
        acknowledged.set(true);
        readers.forEach(CompletableFuture::join);

        // Then
        assertEquals(15, after.size());
        assertFalse(after.contains(true));
        assertTrue(rights.verified().getBoolean("valid"));
    }

    @Test
    @DisplayName("Terms that are over, and posts that are gone, are refused")
    void refused() {
        // Given
        Rights rights = Rights.of("grant-refused");
        String post = rights.approved("1", "one");

        // When
        var over = rights.api().request()
                .body("""
                        {"postId": "%s", "reference": "C", "terms": {"actions": ["DISPLAY"], "channels": ["WEBSITE"], "endsAt": "2020-01-01T00:00:00Z"}}"""
                        .formatted(post))
                .post("/v1/rights-grants").then();

        // Then
        over.statusCode(422).body("errors[0].pointer", equalTo("#/terms/endsAt"));
        rights.api().request().header("If-Match", rights.api().tag("/v1/posts/" + post)).post("/v1/posts/{id}/take-down", post)
                .then()
                .statusCode(200);
        rights.api().request().body("{\"postId\": \"%s\", \"reference\": \"C\", \"terms\": %s}".formatted(post, Rights.TERMS))
                .post("/v1/rights-grants").then().statusCode(422).body("errors[0].code", equalTo("post-withdrawn"));
    }

    private static void revoke(Rights rights, String grant) {
        rights.api().request().body("{\"reason\": \"Asked by e-mail\"}").post("/v1/rights-grants/{id}/revoke", grant).then()
                .statusCode(200);
    }
}
