package io.groundswell.campaign.listening.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.listening.HeardReplies;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class InstagramWebhookTest {
    private static final String SECRET = "app-secret-zz-0123456789";
    private static final String COMMENT = """
            {"object":"instagram","entry":[{"id":"178","time":1777887000,"changes":[{"field":"comments","value":{"id":"c%s",\
            "from":{"id":"55","username":"mila.pours"},"media":{"id":"m1","media_product_type":"FEED"},"text":"Yes! #yes @harbour"}}]}]}""";

    private static JsonPath subscribe(String workspace) {
        return Api.of(workspace, "admin").request().body("{\"name\":\"Brand\",\"appSecret\":\"" + SECRET + "\"}")
                .post("/v1/webhook-subscriptions").then().statusCode(201)
                .body("callbackPath", startsWith("/v1/webhooks/instagram/"),
                        "appSecret", nullValue())
                .extract().jsonPath();
    }

    private static String sign(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse deliver(JsonPath subscription, String body, String signature) {
        return given().contentType("application/json").header("X-Hub-Signature-256", signature)
                .body(body.getBytes(StandardCharsets.UTF_8)).post(subscription.getString("callbackPath")).then();
    }

    private static ValidatableResponse deliveries(String workspace, JsonPath subscription) {
        return Api.of(workspace, "campaigns:read").request()
                .get("/v1/webhook-subscriptions/{id}/deliveries", subscription.getString("id")).then().statusCode(200);
    }

    @Test
    void theHandshakeSendsBackTheChallengeToWhoKnowsTheToken() {
        // Given
        JsonPath subscription = subscribe("webhook-handshake");

        // When
        ValidatableResponse answer = given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", subscription.getString("verifyToken")).queryParam("hub.challenge", "1158201444")
                .get(subscription.getString("callbackPath")).then();

        // Then
        assertEquals("1158201444", answer.statusCode(200).contentType(startsWith("text/plain")).extract().asString());
        given().queryParam("hub.mode", "subscribe").queryParam("hub.verify_token", "guessed").queryParam("hub.challenge", "1")
                .get(subscription.getString("callbackPath")).then().statusCode(403).body("code", equalTo("forbidden"));
        given().queryParam("hub.mode", "subscribe").queryParam("hub.verify_token", subscription.getString("verifyToken"))
                .queryParam("hub.challenge", "<script>").get(subscription.getString("callbackPath")).then().statusCode(400);
    }

    @Test
    void aCommentIsHeardOnceHoweverOftenItIsDelivered() {
        // Given
        JsonPath subscription = subscribe("webhook-comment");
        String body = COMMENT.formatted("1");

        // When
        for (int i = 0; i < 3; i++) {
            deliver(subscription, body, sign(body, SECRET)).statusCode(200);
        }

        // Then
        deliveries("webhook-comment", subscription).body("items", hasSize(1), "items[0].outcome", equalTo("UNDERSTOOD"),
                "items[0].mediaId", equalTo("m1"), "items[0].commentId", equalTo("c1"), "items[0].accountId", equalTo("178"));
        assertEquals(List.of("c1 to m1 by mila.pours says Yes! #yes @harbour"), HeardReplies.in("webhook-comment"));
    }

    @Test
    void whatTellsIdsAloneIsSaidToNeedALookup() {
        // Given
        JsonPath subscription = subscribe("webhook-ids");
        String body = """
                {"object":"instagram","entry":[{"id":"178","time":1777887310,"changes":[
                 {"field":"mentions","value":{"comment_id":"1788","media_id":"1789"}},
                 {"field":"comments","value":{"text":"This is an example.","id":"123456789"}},
                 {"field":"story_insights","value":{"media_id":"180","exits":1,"replies":0}},
                 {"field":"something_new","value":{}}]}]}""";

        // When
        deliver(subscription, body, sign(body, SECRET)).statusCode(200);

        // Then
        deliveries("webhook-ids", subscription).body("items.field.sort()",
                contains("comments", "mentions", "something_new", "story_insights"),
                "items.findAll { it.outcome == 'NEEDS_LOOKUP' }.field.sort()",
                contains("comments", "mentions"), "items.find { it.field == 'mentions' }.mediaId", equalTo("1789"),
                "items.find { it.field == 'story_insights' }.outcome", equalTo("IGNORED"));
    }

    @Test
    void forgeriesAreRefusedBeforeTheyAreRead() {
        // Given
        JsonPath subscription = subscribe("webhook-forged");
        String body = COMMENT.formatted("2");
        String right = sign(body, SECRET);

        // When
        List<Integer> answers = List
                .of("", "sha256=", "sha256=00", sign(body, "another-secret-0123456789"),
                        right.toUpperCase(java.util.Locale.ROOT),
                        right.substring(0, 60), "sha1=" + right.substring(7), sign(body + " ", SECRET))
                .stream()
                .map(signature -> deliver(subscription, body, signature).extract().statusCode()).toList();

        // Then
        assertEquals(List.of(403, 403, 403, 403, 403, 403, 403, 403), answers);
        deliver(subscription, "{broken", "sha256=00").statusCode(403);
        deliveries("webhook-forged", subscription).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "[]", "null", "{}", "{\"object\":\"page\",\"entry\":[]}", "{\"object\":\"instagram\"}",
            "{\"object\":\"instagram\",\"entry\":{\"a\":1}}",
            "{\"object\":\"instagram\",\"entry\":[{\"changes\":[1,{\"field\":7}]}]}",
            "{\"object\":\"instagram\",\"entry\":[{\"time\":99999999999999,\"id\":[],\"changes\":[{\"field\":\"comments\",\"value\":{\"id\":{},\"from\":1,\"media\":[],\"text\":5}}]}]}"})
    void oddBodiesWithARightSignatureAreNoFault(String body) {
        // Given
        JsonPath subscription = subscribe("webhook-odd");

        // When
        int status = deliver(subscription, body, sign(body, SECRET)).extract().statusCode();

        // Then
        assertEquals(body.equals("{broken") ? 400 : 200, status);
    }

    @Test
    void anUnknownAddressAndAnotherWorkspaceSeeNothing() throws SQLException {
        // Given
        JsonPath subscription = subscribe("webhook-mine");

        // When
        Api stranger = Api.of("webhook-stranger", "admin campaigns:read");

        // Then
        given().contentType("application/json").body("{}").post("/v1/webhooks/instagram/" + "a".repeat(32)).then()
                .statusCode(404);
        given().contentType("application/json").body("{}").post("/v1/webhooks/instagram/short").then().statusCode(404);
        String id = subscription.getString("id");
        stranger.request().get("/v1/webhook-subscriptions/{id}", id).then().statusCode(404);
        stranger.request().get("/v1/webhook-subscriptions/{id}/deliveries", id).then().statusCode(404);
        stranger.request().header("If-Match", "\"x\"").delete("/v1/webhook-subscriptions/{id}", id).then().statusCode(404);
        try (var connection = PostgresTestResource.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select string_agg(s::text, '') || (select coalesce(string_agg(k::text, ''), '') from idempotency_key k) from webhook_subscription s")) {
            rows.next();
            assertFalse(rows.getString(1).contains(SECRET));
        }
    }

    @Test
    void aDeletedSubscriptionTakesNoDeliveries() {
        // Given
        JsonPath subscription = subscribe("webhook-deleted");
        Api admin = Api.of("webhook-deleted", "admin");
        String address = "/v1/webhook-subscriptions/" + subscription.getString("id");
        String body = COMMENT.formatted("3");

        // When
        admin.request().header("If-Match", admin.tag(address)).delete(address).then().statusCode(204);

        // Then
        deliver(subscription, body, sign(body, SECRET)).statusCode(404);
        admin.request().get("/v1/webhook-subscriptions").then().body("items.id", not(contains(subscription.getString("id"))));
    }
}
