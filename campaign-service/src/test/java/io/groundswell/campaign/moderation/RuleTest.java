package io.groundswell.campaign.moderation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@DisplayName("Moderation rules")
class RuleTest {
    private static final String RULES = "/v1/moderation-rules";

    @ParameterizedTest
    @DisplayName("are kept with any condition as they were written")
    @ValueSource(strings = {"{'type':'AUTHOR','network':'X','handle':'mila'}", "{'type':'AUTHOR','network':'X','id':'42'}",
            "{'type':'WORD','word':'seabrew'}", "{'type':'PHRASE','phrase':'free giveaway'}",
            "{'type':'REGEX','pattern':'(?i)buy .*'}", "{'type':'LANGUAGE','language':'es'}",
            "{'type':'NETWORK','network':'TIKTOK'}", "{'type':'LABEL','kind':'DISCLOSURE','value':'ABSENT'}",
            "{'type':'SIMILARITY'}"})
    void created(String condition) {
        // Given
        Api api = Api.of("rules-created");

        // When
        ValidatableResponse created = api.request().body(draft("BLOCK", condition, "false")).post(RULES).then();

        // Then
        String id = created.statusCode(201).header("ETag", endsWith(".0\"")).extract().path("id");
        assertEquals(RULES + "/" + id, created.extract().header("Location"));
        api.request().get(RULES + "/{id}", id).then().statusCode(200).body("action", equalTo("BLOCK"), "enabled",
                equalTo(false),
                "campaignId", nullValue(), "condition",
                equalTo(io.restassured.path.json.JsonPath.from(condition.replace('\'', '"')).getMap("$")));
    }

    @ParameterizedTest
    @DisplayName("that cannot be used are refused with the place and what to do")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'type':'REGEX','pattern':'(a)\\\\1'} | #/condition/pattern | unsupported-pattern",
            "{'type':'REGEX','pattern':'(?!a)b'} | #/condition/pattern | unsupported-pattern",
            "{'type':'REGEX','pattern':'(((a{1000}){1000}){1000}){1000}'} | #/condition/pattern | pattern-too-large",
            "{'type':'REGEX'} | #/condition/pattern | required",
            "{'type':'WORD','word':'two words'} | #/condition/word | several-words",
            "{'type':'WORD','word':'a','phrase':'b'} | #/condition/phrase | unknown-field",
            "{'type':'MOOD','word':'a'} | #/condition/type | wrong-type", "{'word':'a'} | #/condition/type | required",
            "{'type':'AUTHOR','network':'X'} | #/condition | id-or-handle",
            "{'type':'LABEL','kind':'CONTENT_TYPE','value':'FILM'} | #/condition/value | unknown-label",
            "{'type':'NETWORK','network':'MYSPACE'} | #/condition/network | wrong-type",
            "'WORD' | #/condition/type | required"})
    void refused(String condition, String pointer, String code) {
        // Given
        Api api = Api.of("rules-refused");

        // When
        ValidatableResponse refused = api.request().body(draft("BLOCK", condition, "true")).post(RULES).then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
        api.request().get(RULES).then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("for a campaign that is not known are refused")
    void unknownCampaign() {
        // Given
        Api api = Api.of("rules-campaign");
        String theirs = Api.of("rules-campaign-theirs").draft("#theirs");

        // When
        ValidatableResponse refused = api.request().body("""
                {"name":"Rule","action":"BLOCK","campaignId":"%s","condition":{"type":"SIMILARITY"}}""".formatted(theirs))
                .post(RULES).then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo("#/campaignId"), "errors[0].code",
                equalTo("unknown-campaign"));
    }

    @Test
    @DisplayName("are changed by merge patch for the version that was seen, and once only")
    void revised() {
        // Given
        Api api = Api.of("rules-revised");
        String id = rule(api, "BLOCK", "{'type':'WORD','word':'seabrew'}");
        String seen = api.tag(RULES + "/" + id);
        String patch = "{\"name\":\"Quiet\",\"action\":\"QUARANTINE\",\"condition\":{\"type\":\"PHRASE\",\"word\":null,\"phrase\":\"sea brew\"}}";

        // When
        ValidatableResponse revised = api.request().header("If-Match", seen).body(patch).patch(RULES + "/{id}", id).then();

        // Then
        revised.statusCode(200).body("name", equalTo("Quiet"), "action", equalTo("QUARANTINE"), "condition.phrase",
                equalTo("sea brew"), "enabled", equalTo(true), "version", equalTo(1));
        api.request().header("If-Match", seen).body(patch).patch(RULES + "/{id}", id).then().statusCode(412);
        api.request().body(patch).patch(RULES + "/{id}", id).then().statusCode(428);
        api.request().header("If-Match", seen).delete(RULES + "/{id}", id).then().statusCode(412);
    }

    @Test
    @DisplayName("are unknown to another workspace")
    void isolated() {
        // Given
        String id = rule(Api.of("rules-mine"), "BLOCK", "{'type':'WORD','word':'seabrew'}");
        Api stranger = Api.of("rules-stranger");

        // When
        Response read = stranger.request().get(RULES + "/{id}", id);

        // Then
        read.then().statusCode(404);
        stranger.request().header("If-Match", "*").body("{}").patch(RULES + "/{id}", id).then().statusCode(404);
        stranger.request().header("If-Match", "*").delete(RULES + "/{id}", id).then().statusCode(404);
        stranger.request().body("{\"ruleId\":\"%s\",\"days\":1}".formatted(id)).post(RULES + "/rehearse").then()
                .statusCode(404);
        stranger.request().get(RULES).then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("are created once for a key, however often it is sent")
    void idempotent() {
        // Given
        Api api = Api.of("rules-idempotent");
        String key = UUID.randomUUID().toString();
        String body = draft("BLOCK", "{'type':'WORD','word':'seabrew'}", "true");
        String first = api.request().header("Idempotency-Key", key).body(body).post(RULES).then().statusCode(201).extract()
                .path("id");

        // When
        ValidatableResponse again = api.request().header("Idempotency-Key", key).body(body).post(RULES).then();

        // Then
        again.statusCode(201).header("Idempotent-Replayed", "true").body("id", equalTo(first));
        api.request().get(RULES).then().body("items", hasSize(1));
        api.request().header("Idempotency-Key", key).body(body.replace("seabrew", "other")).post(RULES).then().statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    @DisplayName("are listed the oldest first, by action, and a page at a time")
    void listed() {
        // Given
        Api api = Api.of("rules-listed");
        String first = rule(api, "BLOCK", "{'type':'WORD','word':'one'}");
        rule(api, "ALLOW", "{'type':'WORD','word':'two'}");
        String third = rule(api, "BLOCK", "{'type':'WORD','word':'three'}");

        // When
        ValidatableResponse page = api.request().queryParam("action", "BLOCK").queryParam("limit", 1).get(RULES).then();

        // Then
        page.statusCode(200).body("items.id", contains(first));
        api.request().queryParam("action", "BLOCK").queryParam("limit", 1)
                .queryParam("cursor", page.extract().<String>path("page.next")).get(RULES).then().body("items.id",
                        contains(third), "page.next", nullValue());
        api.request().queryParam("enabled", "false").get(RULES).then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("with patterns are limited in number, and the error says so")
    void limited() {
        // Given
        Api api = Api.of("rules-limited");
        for (int i = 0; i < Rules.MOST_REGEXES; i++) {
            rule(api, "BLOCK", "{'type':'REGEX','pattern':'buy%d'}".formatted(i));
        }
        String disabled = api.request().body(draft("BLOCK", "{'type':'REGEX','pattern':'one more'}", "false")).post(RULES)
                .then()
                .statusCode(201).extract().path("id");

        // When
        ValidatableResponse refused = api.request().header("If-Match", "*").body("{\"enabled\":true}")
                .patch(RULES + "/{id}", disabled).then();

        // Then
        refused.statusCode(409).body("code", equalTo("moderation-rule-limit"), "detail",
                containsString("50 enabled REGEX rules"));
        rule(api, "BLOCK", "{'type':'WORD','word':'another'}");
    }

    @Test
    @DisplayName("with patterns are limited in size together")
    void limitedInSize() {
        // Given
        Api api = Api.of("rules-limited-size");
        for (int i = 0; i < 12; i++) {
            rule(api, "BLOCK", "{'type':'REGEX','pattern':'x%02d.{400}'}".formatted(i));
        }

        // When
        ValidatableResponse refused = api.request().body(draft("BLOCK", "{'type':'REGEX','pattern':'last.{400}'}", "true"))
                .post(RULES).then();

        // Then
        refused.statusCode(409).body("code", equalTo("moderation-rule-limit"), "detail", containsString("5000 instructions"));
    }

    @Test
    @DisplayName("need the scope to write")
    void scopes() {
        // Given
        Api reader = Api.of("rules-scopes", "campaigns:read");

        // When
        ValidatableResponse refused = reader.request().body(draft("BLOCK", "{'type':'SIMILARITY'}", "true")).post(RULES).then();

        // Then
        refused.statusCode(403);
        reader.request().get(RULES).then().statusCode(200);
    }

    static String rule(Api api, String action, String condition) {
        return api.request().body(draft(action, condition, "true")).post(RULES).then().statusCode(201).extract().path("id");
    }

    static String draft(String action, String condition, String enabled) {
        return """
                {"name":"%s rule","action":"%s","enabled":%s,"condition":%s}""".formatted(action, action, enabled,
                condition.replace('\'', '"'));
    }
}
