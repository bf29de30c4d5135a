package io.groundswell.campaign.moderation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@DisplayName("One decision on many posts")
class BulkDecisionTest {

    @Test
    @DisplayName("tells for each, in order, what became of it")
    void outcomes() {
        // Given
        Api api = Api.of("bulk-outcomes");
        api.live("#outcomes");
        api.ingest(lines(4, "#outcomes"));
        String fresh = id(api, 0);
        String withdrawn = id(api, 1);
        String stale = id(api, 2);
        String same = id(api, 3);
        String unknown = UUID.randomUUID().toString();
        api.request().header("If-Match", "*").post("/v1/posts/{id}/take-down", withdrawn).then().statusCode(200);
        decide(api, "REJECTED", "Off brand", item(same)).statusCode(200);

        // When
        ValidatableResponse report = decide(api, "REJECTED", "Off brand", item(fresh, 0), item(unknown), item(withdrawn),
                item(stale, 7), item(same), item(fresh));

        // Then
        report.statusCode(200).body("items.id", contains(fresh, unknown, withdrawn, stale, same, fresh), "items.outcome",
                contains("DECIDED", "NOT_FOUND", "WRONG_STATE", "STALE", "UNCHANGED", "UNCHANGED"), "items[0].version",
                equalTo(1));
        api.request().get("/v1/posts/{id}", fresh).then().body("state", equalTo("REJECTED"), "stateReason",
                equalTo("Off brand"));
        api.request().get("/v1/posts/{id}", stale).then().body("state", equalTo("PENDING"));
        api.request().get("/v1/posts/{id}/decisions", fresh).then().body("items", hasSize(1), "items[0].reason",
                equalTo("Off brand"), "items[0].from", equalTo("PENDING"));
    }

    @Test
    @DisplayName("a person overrules a rule, and the same decision by a person counts as one")
    void overrules() {
        // Given
        Api api = Api.of("bulk-overrules");
        api.live("#overrules");
        RuleTest.rule(api, "BLOCK", "{'type':'NETWORK','network':'INSTAGRAM'}");
        api.ingest(lines(1, "#overrules"));

        // When
        ValidatableResponse report = decide(api, "REJECTED", "I agree", item(id(api, 0)));

        // Then
        report.body("items.outcome", contains("DECIDED"));
        decide(api, "QUARANTINED", "Wait for legal", item(id(api, 0))).body("items.outcome", contains("DECIDED"));
        api.request().get("/v1/posts/{id}/decisions", id(api, 0)).then().body("items.to",
                contains("QUARANTINED", "REJECTED", "REJECTED"));
    }

    @Test
    @DisplayName("approved posts whose author granted rights are publishable")
    void settled() throws java.sql.SQLException {
        // Given
        Api api = Api.of("bulk-settled");
        api.live("#settled");
        api.ingest(lines(2, "#settled"));
        try (var superuser = PostgresTestResource.superuser(); var grant = superuser.prepareStatement("""
                insert into rights_grant (workspace_id, id, post_id, state, actions, channels, territories, starts_at)
                values ('bulk-settled', gen_random_uuid(), cast(? as uuid), 'ACTIVE', '{DISPLAY}', '{}', '{}', now())""")) {
            grant.setString(1, id(api, 1));
            grant.executeUpdate();
        }

        // When
        decide(api, "APPROVED", null, item(id(api, 0)), item(id(api, 1))).body("items.outcome", contains("DECIDED", "DECIDED"),
                "items.version", contains(1, 2));

        // Then
        api.request().get("/v1/posts/{id}", id(api, 0)).then().body("state", equalTo("APPROVED"));
        api.request().get("/v1/posts/{id}", id(api, 1)).then().body("state", equalTo("PUBLISHABLE"));
    }

    @Test
    @DisplayName("sent again with its key it has no second effect")
    void idempotent() {
        // Given
        Api api = Api.of("bulk-idempotent");
        api.live("#idempotent");
        api.ingest(lines(1, "#idempotent"));
        String id = id(api, 0);
        String body = body("REJECTED", "Off brand", item(id));
        api.request().header("Idempotency-Key", "bulk-1").body(body).post("/v1/posts/decisions").then().statusCode(200);
        api.request().header("If-Match", "*").post("/v1/posts/{id}/approve", id).then().statusCode(200);

        // When
        ValidatableResponse again = api.request().header("Idempotency-Key", "bulk-1").body(body).post("/v1/posts/decisions")
                .then();

        // Then
        again.statusCode(200).header("Idempotent-Replayed", "true").body("items.outcome", contains("DECIDED"));
        api.request().get("/v1/posts/{id}", id).then().body("state", equalTo("APPROVED"));
        api.request().header("Idempotency-Key", "bulk-1").body(body.replace("Off", "On")).post("/v1/posts/decisions").then()
                .statusCode(422);
    }

    @Test
    @DisplayName("two at once on the same posts of the same version: one decides each post, whatever their order")
    void concurrent() {
        // Given
        Api api = Api.of("bulk-concurrent");
        api.live("#concurrent");
        api.ingest(lines(50, "#concurrent"));
        List<String> items = IntStream.range(0, 50).mapToObj(i -> item(id(api, i), 0)).toList();
        String approve = body("APPROVED", null, items.toArray(String[]::new));
        String reject = body("REJECTED", "No", items.reversed().toArray(String[]::new));
        var barrier = new CyclicBarrier(2);

        // When
        var first = CompletableFuture.supplyAsync(() -> send(api, approve, barrier));
        var second = CompletableFuture.supplyAsync(() -> send(api, reject, barrier));

        // Then
        List<String> approving = first.join().then().statusCode(200).extract().path("items.outcome");
        List<String> rejecting = second.join().then().statusCode(200).extract().<List<String>>path("items.outcome").reversed();
        for (int i = 0; i < 50; i++) {
            assertEquals(List.of("DECIDED", "STALE"), List.of(approving.get(i), rejecting.get(i)).stream().sorted().toList());
        }
        api.request().get("/v1/posts/{id}/decisions", id(api, 7)).then().body("items", hasSize(1));
    }

    @Test
    @DisplayName("another workspace's posts are not found")
    void isolated() {
        // Given
        Api api = Api.of("bulk-mine");
        api.live("#mine");
        api.ingest(lines(1, "#mine"));

        // When
        ValidatableResponse report = decide(Api.of("bulk-stranger"), "REJECTED", "No", item(id(api, 0)));

        // Then
        report.statusCode(200).body("items.outcome", contains("NOT_FOUND"));
        api.request().get("/v1/posts/{id}", id(api, 0)).then().body("state", equalTo("PENDING"));
    }

    @ParameterizedTest
    @DisplayName("what cannot be decided is refused as a whole, with its place")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'decision':'PUBLISHED','items':[{'id':'01a20850-0000-7000-8000-000000000101'}]} | #/decision | invalid-decision",
            "{'decision':'REJECTED','items':[{'id':'01a20850-0000-7000-8000-000000000101'}]} | #/reason | required",
            "{'decision':'APPROVED','reason':' ','items':[{'id':'01a20850-0000-7000-8000-000000000101'}]} | #/reason | invalid-reason",
            "{'decision':'APPROVED','items':[]} | #/items | out-of-range", "{'decision':'APPROVED'} | #/items | required",
            "{'decision':'APPROVED','items':[{}]} | #/items/0/id | required"})
    void refused(String body, String pointer, String code) {
        // When
        ValidatableResponse refused = Api.of("bulk-refused").request().body(body.replace('\'', '"')).post("/v1/posts/decisions")
                .then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
    }

    @Test
    @DisplayName("only who may approve may decide")
    void scope() {
        // Given
        Api writer = Api.of("bulk-scope", "campaigns:read campaigns:write");

        // When
        ValidatableResponse refused = decide(writer, "APPROVED", null, item(UUID.randomUUID().toString()));

        // Then
        refused.statusCode(403);
    }

    private static Response send(Api api, String body, CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return api.request().body(body).post("/v1/posts/decisions");
    }

    private static ValidatableResponse decide(Api api, String decision, @org.jspecify.annotations.Nullable String reason,
            String... items) {
        return api.request().body(body(decision, reason, items)).post("/v1/posts/decisions").then();
    }

    private static String body(String decision, @org.jspecify.annotations.Nullable String reason, String... items) {
        return "{\"decision\":\"%s\",%s\"items\":[%s]}".formatted(decision,
                reason == null ? "" : "\"reason\":\"" + reason + "\",", String.join(",", items));
    }

    private static String item(String id) {
        return "{\"id\":\"%s\"}".formatted(id);
    }

    private static String item(String id, long version) {
        return "{\"id\":\"%s\",\"version\":%d}".formatted(id, version);
    }

    private static String[] lines(int posts, String hashtag) {
        return IntStream.range(0, posts).mapToObj(i -> NeutralPost.of("p" + i, "Hi " + hashtag).line()).toArray(String[]::new);
    }

    private static String id(Api api, int post) {
        return ModeratedIngestTest.id(api, "p" + post);
    }
}
