package io.groundswell.suite.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groundswell.suite.Suite;
import io.groundswell.suite.SuiteException;
import io.groundswell.suite.issuer.Clients;

/**
 * The main job in small, over the public API, so that what a cache records is what people do. Whether the answers are right is not asked here: that is what tests are for.
 */
final class TrainingTraffic {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern SHORT_URL = Pattern.compile("\"shortUrl\"\\s*:\\s*\"[^\"]*(/s/[^\"]+)\"");
    private static final int ROUNDS = 20;
    private static final int POSTS = 50;
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Suite suite;
    private final String marketer;
    private final String employee;

    TrainingTraffic(Suite suite) {
        this.suite = suite;
        this.marketer = suite.token(Clients.MARKETER);
        this.employee = suite.token(Clients.EMPLOYEE);
    }

    void send() {
        post("/v1/creators/import", LINES,
                """
                        {"network":"INSTAGRAM","handle":"lena","userId":"1","displayName":"Lena","followers":12000,"language":"de","country":"DE"}
                        {"network":"MASTODON","handle":"bo@example.social","displayName":"Bo","followers":800}
                        """,
                marketer);
        post("/v1/employees/import", LINES, """
                {"workEmail":"ada@demo.example","name":"Ada Employee","department":"Research","active":true}
                """, marketer);
        for (int round = 0; round < ROUNDS; round++) {
            round(round);
        }
        get("/v1/openapi", marketer);
        get("/q/health/ready", marketer);
    }

    private void round(int round) {
        String tag = "training" + round;
        String campaign = id(post("/v1/campaigns", JSON,
                """
                        {"name":"Training %1$s","objective":"CONTENT_CULTIVATION","hashtags":["#%1$s"],"mentions":["@groundswell"],"networks":["INSTAGRAM","MASTODON"],"endsAt":"%2$s",
                        "kpis":[{"kind":"HASHTAG_POSTS","target":10},{"kind":"HASHTAG_AUTHORS","target":5},{"kind":"ENGAGEMENT_RATE","target":0.02}]}
                        """
                        .formatted(tag, Instant.now().plus(Duration.ofDays(30))),
                marketer));
        String etag = get("/v1/campaigns/" + campaign, marketer).headers().firstValue("ETag").orElse("\"0\"");
        send(request("/v1/campaigns/" + campaign + "/launch", marketer).header("If-Match", etag)
                .POST(HttpRequest.BodyPublishers.noBody()).build());
        post("/v1/posts/ingest", LINES, posts(round, tag), marketer);
        String pack = id(post("/v1/share-packs", JSON,
                """
                        {"campaignId":"%s","title":"Training","landingUrl":"https://example.com/","variants":[{"language":"en","text":"Have a look"}]}
                        """
                        .formatted(campaign),
                marketer));
        Matcher link = SHORT_URL
                .matcher(post("/v1/share-packs/" + pack + "/shares", JSON, "{\"network\":\"MASTODON\"}", employee).body());
        if (link.find()) {
            get(link.group(1), marketer);
        }
        get("/v1/posts?limit=10&campaignId=" + campaign, marketer);
        get("/v1/campaigns/" + campaign + "/kpis", marketer);
        get("/v1/campaigns?limit=10", marketer);
        get("/v1/creators?limit=10&sort=-followers", marketer);
        get("/v1/share-totals?campaignId=" + campaign, marketer);
        get("/v1/campaign-views/" + campaign, marketer);
        get("/v1/campaigns/" + UUID.randomUUID(), marketer);
    }

    private static String posts(int round, String tag) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < POSTS; i++) {
            lines.append("""
                    {"network":"INSTAGRAM","id":"%1$d-%2$d","publishedAt":"%3$s","text":"Nice #%4$s","language":"en",\
                    "author":{"id":"a%2$d","handle":"author%2$d","followers":%5$d},"engagement":{"likes":%2$d,"comments":2}}
                    """.formatted(round, i, Instant.now().minusSeconds(i), tag, 1000 * (i + 1)));
        }
        return lines.toString();
    }

    private HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    private HttpResponse<String> post(String path, String type, String body, String token) {
        return send(request(path, token).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(suite.url() + path)).timeout(Duration.ofSeconds(20)).header("Authorization",
                "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SuiteException("No answer to " + request.method() + " " + request.uri() + " while recording.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted.", e);
        }
    }

    private static String id(HttpResponse<String> response) {
        Matcher id = ID.matcher(response.body());
        return id.find() ? id.group(1) : UUID.randomUUID().toString();
    }
}
