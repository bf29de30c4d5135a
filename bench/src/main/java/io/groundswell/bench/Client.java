package io.groundswell.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

import io.groundswell.suite.Suite;
import io.groundswell.suite.issuer.Clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A marketer of one workspace behind the gateway. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final String token;

    Client(Suite suite, String workspace) {
        this(suite, workspace, suite.url());
    }

    /** A marketer who asks a service, past the gateway. */
    Client(Suite suite, String workspace, URI address) {
        this.gateway = address;
        this.token = suite.token(Clients.MARKETER, workspace);
    }

    /** Launches a campaign for the hashtag; returns its id. */
    String launch(String hashtag) {
        String id = json(send("POST", "/v1/campaigns", "application/json", BodyPublishers.ofString("""
                {"name": "Bench", "hashtags": ["%s"], "endsAt": "2099-01-01T00:00:00Z",
                 "kpis": [{"kind": "HASHTAG_POSTS", "target": 10}, {"kind": "ENGAGEMENT_RATE", "target": 0.05}]}"""
                .formatted(hashtag)))).path("id").asText();
        send("POST", "/v1/campaigns/" + id + "/launch", "application/json", BodyPublishers.noBody());
        return id;
    }

    /** Sends a request; fails when the answer is none of 2xx. */
    String send(String method, String path, String type, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", type).header("If-Match", "*").method(method, body).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends NDJSON while the report is read; returns the report's last line. */
    JsonNode upload(String path, InputStream body) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofInputStream(() -> body)).build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                String last = lines.reduce("", (_, line) -> line);
                if (response.statusCode() != 200) {
                    throw new IllegalStateException("POST " + path + " answered " + response.statusCode() + ": " + last);
                }
                return json(last);
            }
        } catch (IOException e) {
            throw new IllegalStateException("POST " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }
}
