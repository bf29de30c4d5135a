package io.groundswell.advocacy;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groundswell.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The public API as a marketer and as employees of one workspace use it. */
public final class Api {
    public static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";
    public static final String LANDING = "https://example.com/spring";

    private final String workspace;

    private Api(String workspace) {
        this.workspace = workspace;
    }

    /** Returns a workspace of its own, in which nothing has happened yet. */
    public static Api ofNewWorkspace() {
        return new Api("test-" + UUID.randomUUID());
    }

    public String workspace() {
        return workspace;
    }

    public RequestSpecification marketer() {
        return given().auth().oauth2(TestTokens.token(workspace, "advocacy:read advocacy:write"));
    }

    public RequestSpecification employee(String email) {
        return given().auth().oauth2(TestTokens.token(workspace, "employee", email));
    }

    public RequestSpecification service() {
        return given().auth().oauth2(TestTokens.token(workspace, "events:read"));
    }

    /** Sends a roster as CSV or NDJSON and returns the lines of the report, the summary last. */
    public List<JsonPath> importRoster(String type, String body) {
        String report = marketer().contentType(type).body(body.getBytes(StandardCharsets.UTF_8)).post("/v1/employees/import")
                .then().statusCode(200).contentType("application/x-ndjson").extract().asString();
        List<JsonPath> lines = new ArrayList<>();
        report.lines().forEach(line -> lines.add(JsonPath.from(line)));
        return lines;
    }

    public void employ(String... emails) {
        importRoster("text/csv", "workEmail\n" + String.join("\n", emails) + "\n");
    }

    public void dismiss(String email) {
        importRoster("text/csv", "workEmail,active\n" + email + ",false\n");
    }

    public UUID createPack(UUID campaignId) {
        return UUID.fromString(marketer().contentType(ContentType.JSON).body(Map.of("campaignId", campaignId, "title", "Spring",
                "landingUrl", LANDING, "disclosure", "#ad", "variants", List.of(Map.of("text", "Our spring roast is here."))))
                .post("/v1/share-packs").then().statusCode(201).extract().<String>path("id"));
    }

    public Response share(String email, UUID pack, String network) {
        return employee(email).contentType(ContentType.JSON).body(Map.of("network", network))
                .post("/v1/share-packs/{id}/shares", pack);
    }

    /** Shares and returns the path of the short link. */
    public String shareLink(String email, UUID pack, String network) {
        String url = share(email, pack, network).then().statusCode(201).extract().path("shortUrl");
        return url.substring(url.indexOf("/s/"));
    }

    /** Follows a short link as a visitor from an address. */
    public static Response follow(String link, String address, String userAgent) {
        return given().redirects().follow(false).header("User-Agent", userAgent).header("X-Forwarded-For", address).get(link);
    }

    public JsonPath totals(UUID campaign) {
        return marketer().queryParam("campaignId", campaign).get("/v1/share-totals").then().statusCode(200).extract()
                .jsonPath();
    }
}
