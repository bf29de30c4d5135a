package io.groundswell.campaign.listening;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.campaign.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PreviewTest {
    private static final String POST = """
            {"network":"X","id":"1","publishedAt":"2026-05-04T09:30:00Z","author":{"handle":"mila"},
             "text":"#ad A latte art morning with a flat white #Roast @harbourcoffee $SBUX https://shop.example","media":[{"type":"IMAGE","url":"https://img.example/1.jpg"}]}""";

    @Test
    void aPostIsUnderstoodAsIngestWouldUnderstandIt() {
        // Given
        Api api = Api.of("preview-post");
        String campaign = api.live("#Roast");

        // When
        ValidatableResponse preview = preview(api, POST);

        // Then
        preview.statusCode(200).body("outcome", equalTo("MATCHED"), "post.hashtags", containsInAnyOrder("ad", "roast"),
                "post.mentions", contains("harbourcoffee"), "post.cashtags", contains("SBUX"),
                "post.links", contains("https://shop.example"), "post.language.detected", equalTo("en"),
                "post.labels.find { it.kind == 'CONTENT_TYPE' }.value", equalTo("IMAGE"),
                "post.labels.findAll { it.kind == 'TOPIC' }.value", hasItem("coffee"),
                "post.labels.find { it.kind == 'DISCLOSURE' }.value", equalTo("CLEAR"),
                "campaigns.id", contains(campaign), "campaigns[0].name", equalTo("Campaign #Roast"),
                "campaigns[0].terms.by", contains("HASHTAG", "MENTION"));
    }

    @Test
    void nothingIsStoredAndNobodyIsTold() {
        // Given
        Api api = Api.of("preview-traceless");
        api.live("#Roast");

        // When
        preview(api, POST).statusCode(200);

        // Then
        api.request().get("/v1/posts").then().body("items", hasSize(0));
        api.request().get("/v1/events").then().body("type", contains("campaign.launched"));
    }

    @Test
    void anotherWorkspacesCampaignsAreUnknown() {
        // Given
        Api.of("preview-theirs").live("#Roast");

        // When
        ValidatableResponse preview = preview(Api.of("preview-ours"), POST);

        // Then
        preview.statusCode(200).body("outcome", equalTo("UNMATCHED"), "campaigns", hasSize(0));
    }

    @Test
    void aLikeIsOfNoConcern() {
        // When
        ValidatableResponse preview = preview(Api.of("preview-like"),
                "{\"did\":\"did:plc:a\",\"kind\":\"commit\",\"commit\":{\"collection\":\"app.bsky.feed.like\",\"operation\":\"create\"}}");

        // Then
        preview.statusCode(200).body("outcome", equalTo("IGNORED"), "detail", equalTo("Not about a post."), "post",
                nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'network':'X','id':'1','publishedAt':'yesterday','author':{'handle':'mila'}} | #/publishedAt | invalid-time",
            "{'nothing':1} | # | unknown-shape",
            "{'data':[{'id':'1','text':'a','author_id':'7','created_at':'2026-05-04T09:30:00Z'},{'id':'2','text':'b','author_id':'7','created_at':'2026-05-04T09:30:00Z'}]} | # | several-posts"})
    void whatCannotBeReadIsRefusedWithItsPlace(String payload, String pointer, String code) {
        // When
        ValidatableResponse preview = preview(Api.of("preview-refused"), payload.replace('\'', '"'));

        // Then
        preview.statusCode(422).body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
    }

    @Test
    void whoMayReadCampaignsMayPreview() {
        // When
        ValidatableResponse preview = preview(Api.of("preview-scope", "creators:read"), POST);

        // Then
        preview.statusCode(403);
        preview(Api.of("preview-scope", "campaigns:read"), POST).statusCode(200);
    }

    private static ValidatableResponse preview(Api api, String payload) {
        return api.request().body(payload).post("/v1/posts/preview").then();
    }
}
