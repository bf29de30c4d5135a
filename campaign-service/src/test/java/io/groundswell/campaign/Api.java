package io.groundswell.campaign;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.groundswell.kit.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** The service as one workspace sees it. Each test takes a workspace of its own, so tests share a database and no data. */
public final class Api {
    private static final String SCOPES = "campaigns:read campaigns:write campaigns:approve events:read";

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** Returns the service as seen by someone with every right in the workspace. */
    public static Api of(String workspace) {
        return new Api(TestTokens.token(workspace, SCOPES));
    }

    /** Returns the service as seen by someone with these scopes only. */
    public static Api of(String workspace, String scopes) {
        return new Api(TestTokens.token(workspace, scopes));
    }

    /** Starts a request with the token. */
    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** Drafts a campaign that listens for the hashtag and could be launched; returns its id. */
    public String draft(String hashtag) {
        return request().body("""
                {"name": "Campaign %s", "hashtags": ["%s"], "mentions": ["@harbourcoffee"], "endsAt": "2099-01-01T00:00:00Z",
                 "kpis": [{"kind": "HASHTAG_POSTS", "target": 10}, {"kind": "HASHTAG_AUTHORS", "target": 4},
                          {"kind": "ENGAGEMENT_RATE", "target": 0.05}]}""".formatted(hashtag, hashtag))
                .post("/v1/campaigns").then().statusCode(201).extract().path("id");
    }

    /** Drafts and launches; returns the campaign's id. */
    public String live(String hashtag) {
        String id = draft(hashtag);
        command(id, "launch");
        return id;
    }

    /** Sends a state change for the campaign's current version. */
    public void command(String campaign, String verb) {
        request().header("If-Match", tag("/v1/campaigns/" + campaign)).post("/v1/campaigns/{id}/{verb}", campaign, verb)
                .then().statusCode(200);
    }

    /** Returns the entity tag of what is at the address now. */
    public String tag(String address) {
        return request().get(address).then().statusCode(200).extract().header("ETag");
    }

    /** Ingests lines; returns the report's lines. */
    public List<JsonPath> ingest(String... lines) {
        byte[] report = given().auth().oauth2(token).contentType("application/x-ndjson").body(String.join("\n", lines).getBytes(
                StandardCharsets.UTF_8))
                .post("/v1/posts/ingest").then().statusCode(200).extract().asByteArray();
        return Arrays.stream(new String(report, StandardCharsets.UTF_8).split("\n")).map(JsonPath::new)
                .toList();
    }

    /** Ingests lines; returns the outcomes without the summary. */
    public List<String> outcomes(String... lines) {
        List<JsonPath> report = ingest(lines);
        return report.subList(0, report.size() - 1).stream().map(line -> line.getString("outcome")).toList();
    }
}
