package io.groundswell.creator;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.groundswell.kit.testing.TestTokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The service as one workspace sees it. Each test takes a workspace of its own, so tests share a database and no data. */
public final class Api {
    private static final String SCOPES = "creators:read creators:write events:read";

    /** The client must not add a charset of its own to the content type. */
    private static final RestAssuredConfig AS_TYPED = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

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

    /** Adds a creator with one account on Instagram; returns its id. */
    public String add(String handle, long followers) {
        return request().body("""
                {"accounts": [{"network": "INSTAGRAM", "handle": "%s", "followers": %d}]}""".formatted(handle, followers))
                .post("/v1/creators").then().statusCode(201).extract().path("id");
    }

    /** Returns the creator as it is now. */
    public ValidatableResponse creator(String id) {
        return request().get("/v1/creators/{id}", id).then().statusCode(200);
    }

    /** Lists creators; the query is written as in an address, without its question mark. */
    public ValidatableResponse list(String query) {
        return request().get("/v1/creators" + (query.isEmpty() ? "" : "?" + query)).then().statusCode(200);
    }

    /** Returns the entity tag of the creator as it is now. */
    public String tag(String id) {
        return creator(id).extract().header("ETag");
    }

    /** Imports lines of NDJSON; returns the report's lines. */
    public List<JsonPath> importLines(String... lines) {
        return importBody("application/x-ndjson", String.join("\n", lines));
    }

    /** Imports a body; returns the report's lines on its lines, and the summary. */
    public List<JsonPath> importBody(String type, String body) {
        List<JsonPath> report = report("/v1/creators/import", type, body.getBytes(StandardCharsets.UTF_8));
        return report.subList(1, report.size());
    }

    /** Sends a bulk body; returns the whole report. */
    public List<JsonPath> report(String path, String type, byte[] body) {
        return lines(bulk(type, body).post(path).then().statusCode(200).extract().asByteArray());
    }

    /** Starts a request with the token and a bulk body. */
    public RequestSpecification bulk(String type, byte[] body) {
        return given().auth().oauth2(token).urlEncodingEnabled(false).config(AS_TYPED).contentType(type).body(body);
    }

    /** Returns the lines of a report. */
    public static List<JsonPath> lines(byte[] report) {
        return new String(report, StandardCharsets.UTF_8).lines().map(JsonPath::new).toList();
    }

    /** Returns the outcomes of a report without its summary. */
    public static List<String> outcomes(List<JsonPath> report) {
        return each(report, "outcome");
    }

    /** Returns one member of each line of a report without its summary; "null" where it is absent. */
    public static List<String> each(List<JsonPath> report, String member) {
        return report.subList(0, report.size() - 1).stream().map(line -> String.valueOf(line.getString(member))).toList();
    }

    /** Returns lines that each bring one account on Instagram. */
    public static String[] accounts(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"network\":\"INSTAGRAM\",\"handle\":\"%s%d\",\"followers\":%d}".formatted(prefix, i, 100 + i))
                .toArray(String[]::new);
    }
}
