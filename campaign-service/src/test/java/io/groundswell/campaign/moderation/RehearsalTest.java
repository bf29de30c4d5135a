package io.groundswell.campaign.moderation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@DisplayName("A rule is rehearsed on posts that are kept")
class RehearsalTest {

    @Test
    @DisplayName("what would change is counted in the order with the enabled rules, and nothing is stored")
    void counted() {
        // Given
        Api api = Api.of("rehearsed-counted");
        api.live("#counted");
        RuleTest.rule(api, "BLOCK", "{'type':'WORD','word':'seabrew'}");
        RuleTest.rule(api, "ALLOW", "{'type':'AUTHOR','network':'INSTAGRAM','handle':'noor'}");
        api.ingest(NeutralPost.of("1", "giveaway #counted").line(), NeutralPost.of("2", "giveaway seabrew #counted").line(),
                NeutralPost.of("3", "giveaway #counted").by("noor", 10).line(), NeutralPost.of("4", "giveaway #counted").line(),
                NeutralPost.of("5", "Hi #counted").line(), NeutralPost.of("6", "giveaway #counted").line());
        String approved = ModeratedIngestTest.id(api, "4");
        api.request().header("If-Match", "*").post("/v1/posts/{id}/approve", approved).then().statusCode(200);
        api.request().header("If-Match", "*").post("/v1/posts/{id}/take-down", ModeratedIngestTest.id(api, "6")).then()
                .statusCode(200);

        // When
        ValidatableResponse report = rehearse(api, "{'type':'WORD','word':'Giveaway'}");

        // Then
        report.statusCode(200).body("posts", equalTo(5), "complete", equalTo(true), "matching", equalTo(4), "decidedByPeople",
                equalTo(1), "decidedByOtherRules", equalTo(1), "changes", hasSize(2),
                "changes.find { it.from == 'PENDING' }.posts", equalTo(1), "changes.find { it.from == 'APPROVED' }.to",
                equalTo("QUARANTINED"), "examples", hasSize(2), "examples.evidence.text.flatten()",
                contains("giveaway", "giveaway"));
        ModeratedIngestTest.post(api, "1").body("state", equalTo("PENDING"));
        api.request().get("/v1/moderation-rules").then().body("items", hasSize(2));
    }

    @Test
    @DisplayName("a disabled rule that is stored can be rehearsed by its id")
    void stored() {
        // Given
        Api api = Api.of("rehearsed-stored");
        api.live("#stored");
        api.ingest(NeutralPost.of("1", "giveaway #stored").line());
        String rule = api.request().body(RuleTest.draft("BLOCK", "{'type':'WORD','word':'giveaway'}", "false"))
                .post("/v1/moderation-rules").then().statusCode(201).extract().path("id");

        // When
        ValidatableResponse report = api.request().body("{\"ruleId\":\"%s\",\"days\":90}".formatted(rule))
                .post("/v1/moderation-rules/rehearse").then();

        // Then
        report.statusCode(200).body("matching", equalTo(1), "changes[0].to", equalTo("REJECTED"));
    }

    @Test
    @DisplayName("more posts than a page are all looked at, and 20 shown, the newest first")
    void pages() {
        // Given
        Api api = Api.of("rehearsed-pages");
        api.live("#pages");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            lines.add(NeutralPost.of("p" + i, (i % 2 == 0 ? "giveaway" : "Hi") + " #pages").line());
        }
        api.ingest(lines.toArray(String[]::new));

        // When
        ValidatableResponse report = rehearse(api, "{'type':'REGEX','pattern':'give.+'}");

        // Then
        report.statusCode(200).body("posts", equalTo(450), "matching", equalTo(225), "changes[0].posts", equalTo(225),
                "examples", hasSize(20), "examples[0].postId", equalTo(ModeratedIngestTest.id(api, "p448")));
    }

    @ParameterizedTest
    @DisplayName("what cannot be rehearsed is refused with its place")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{'days':7} | # | rule-or-id",
            "{'ruleId':'01a20850-0000-7000-8000-000000000101','days':0} | #/days | out-of-range",
            "{'ruleId':'01a20850-0000-7000-8000-000000000101','days':91} | #/days | out-of-range",
            "{'days':7,'rule':{'name':'a','action':'BLOCK','condition':{'type':'REGEX','pattern':'(?=a)'}}} | #/rule/condition/pattern | unsupported-pattern"})
    void refused(String body, String pointer, String code) {
        // When
        ValidatableResponse refused = Api.of("rehearsed-refused").request().body(body.replace('\'', '"'))
                .post("/v1/moderation-rules/rehearse").then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
    }

    private static ValidatableResponse rehearse(Api api, String condition) {
        return api.request().body("{\"days\":7,\"rule\":%s}".formatted(RuleTest.draft("QUARANTINE", condition, "false")))
                .post("/v1/moderation-rules/rehearse").then();
    }
}
