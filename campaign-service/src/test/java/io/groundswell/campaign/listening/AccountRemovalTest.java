package io.groundswell.campaign.listening;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class AccountRemovalTest {
    private static final String GONE = """
            {"did":"did:plc:tide","time_us":1777887100000000,"kind":"account","account":{"active":false,"did":"did:plc:tide","status":"deleted"}}""";

    private static String post(String did, String rkey, String text) {
        return """
                {"did":"%s","time_us":1777887000000000,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"%s","record":{"createdAt":"2026-05-04T09:30:00Z","text":"%s"}}}"""
                .formatted(did, rkey, text);
    }

    @Test
    void anAccountTakesWhatCameBeforeItsEndAndNotWhatComesAfter() {
        // Given
        Api api = Api.of("account-order");
        api.live("#order");
        api.ingest(post("did:plc:tide", "0", "Kept #order"));

        // When
        List<JsonPath> report = api.ingest(post("did:plc:tide", "1", "Before #order"),
                post("did:plc:wave", "2", "Other #order"), GONE,
                GONE, post("did:plc:tide", "3", "After #order"));

        // Then
        assertEquals(List.of("MATCHED", "MATCHED", "WITHDRAWN", "IGNORED", "MATCHED"),
                report.subList(0, 5).stream().map(line -> line.getString("outcome")).toList());
        assertEquals("The account is gone, and with it 2 of the posts that were kept.", report.get(2).getString("detail"));
        api.request().queryParam("state", "PENDING").get("/v1/posts").then().body("items.text.sort()",
                contains("After #order", "Other #order"));
        api.request().queryParam("state", "WITHDRAWN").get("/v1/posts").then().body("items.stateReason",
                contains("ACCOUNT_REMOVED", "ACCOUNT_REMOVED"));
    }

    @Test
    void anAccountThatComesBackOrIsSlowedDownTakesNothing() {
        // Given
        Api api = Api.of("account-back");
        api.live("#back");
        api.ingest(post("did:plc:tide", "0", "Kept #back"));

        // When
        List<String> outcomes = api.outcomes(
                GONE.replace("\"active\":false", "\"active\":true"), GONE.replace("deleted", "throttled"), GONE.replace(
                        ",\"status\":\"deleted\"", ""));

        // Then
        assertEquals(List.of("IGNORED", "IGNORED", "IGNORED"), outcomes);
        api.request().get("/v1/posts").then().body("items.state", contains("PENDING"));
    }

    @Test
    void aPreviewTellsWhatTheEndOfAnAccountWouldDo() {
        // Given
        Api api = Api.of("account-preview");

        // When
        var answer = api.request().body(GONE).post("/v1/posts/preview").then();

        // Then
        answer.statusCode(200).body("outcome", equalTo("IGNORED"), "detail", containsString("withdraw its posts"));
    }
}
