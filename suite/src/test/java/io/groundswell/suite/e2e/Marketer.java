package io.groundswell.suite.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

import io.groundswell.suite.Suite;
import io.groundswell.suite.issuer.Clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Someone who runs campaigns in one workspace and sees nothing but the gateway. */
final class Marketer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final URI gateway;
    private final String token;

    Marketer(Suite suite, String workspace) {
        this.gateway = suite.url();
        this.token = suite.token(Clients.MARKETER, workspace);
    }

    /** An answer, read whole. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            return parse(body);
        }

        List<JsonNode> lines() {
            return body.lines().map(Marketer::parse).toList();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer send(String method, String path, String type, BodyPublisher body) {
        return send(request(path).header("Content-Type", type).header("If-Match", "*").method(method, body));
    }

    Answer post(String path, String json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    /** Ingests lines; returns the report's lines. */
    List<JsonNode> ingest(String lines) {
        Answer answer = send("POST", "/v1/posts/ingest", "application/x-ndjson", BodyPublishers.ofString(lines));
        if (answer.status() != 200) {
            throw new AssertionError("Ingest answered " + answer.status() + ": " + answer.body());
        }
        return answer.lines();
    }

    /** Launches a campaign for the hashtag; returns its id. */
    String launch(String hashtag) {
        String id = post("/v1/campaigns", """
                {"name": "Campaign %1$s", "hashtags": ["%1$s"], "endsAt": "2099-01-01T00:00:00Z",
                 "kpis": [{"kind": "HASHTAG_POSTS", "target": 10}, {"kind": "HASHTAG_AUTHORS", "target": 5},
                          {"kind": "ENGAGEMENT_RATE", "target": 0.05}]}""".formatted(hashtag)).json().path("id").asText();
        Answer launched = send("POST", "/v1/campaigns/" + id + "/launch", "application/json", BodyPublishers.noBody());
        if (launched.status() != 200) {
            throw new AssertionError("Launch answered " + launched.status() + ": " + launched.body());
        }
        return id;
    }

    /** Returns every item of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor).json();
            StreamSupport.stream(page.path("items").spliterator(), false).forEach(items::add);
            JsonNode next = page.path("page").path("next");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    /** Waits until something holds; fails after two minutes. */
    static void await(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited in vain until " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError("The gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
