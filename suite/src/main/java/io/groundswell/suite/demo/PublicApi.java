package io.groundswell.suite.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The suite as a client sees it: one origin, one bearer token. Every answer that is not the expected one stops the demo with what was said. */
final class PublicApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_FOR_FILES = Duration.ofMinutes(3);

    private final HttpClient http;
    private final URI origin;
    private final String token;

    PublicApi(HttpClient http, URI origin, String token) {
        this.http = http;
        this.origin = origin;
        this.token = token;
    }

    /** A status with its JSON body, and the entity tag where one was sent. */
    record Answer(String request, int status, JsonNode body, @Nullable String etag) {

        JsonNode expect(int expected) {
            if (status != expected) {
                throw new DemoStopped("%s answered %d instead of %d%n      %s".formatted(request, status, expected,
                        describe(body)));
            }
            return body;
        }

        String requiredEtag() {
            if (etag == null) {
                throw new DemoStopped(request + " answered without an ETag");
            }
            return etag;
        }
    }

    /** The report on an uploaded file: lines by outcome, and the first line that was not taken. */
    record Report(Map<String, Integer> outcomes, @Nullable JsonNode firstRejected) {}

    Answer get(String path) {
        return exchange("GET", path, request(path).GET());
    }

    Answer post(String path, JsonNode body) {
        return exchange("POST", path,
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())));
    }

    /** A state change without a body of a resource last seen with {@code etag}. */
    Answer act(String path, String etag) {
        return exchange("POST", path, request(path).header("If-Match", etag).POST(BodyPublishers.noBody()));
    }

    Answer patch(String path, String etag, JsonNode mergePatch) {
        return exchange("PATCH", path,
                request(path).header("If-Match", etag).header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", BodyPublishers.ofString(mergePatch.toString())));
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = path;
        while (next != null) {
            JsonNode page = get(next).expect(200);
            page.path("items").forEach(items::add);
            String cursor = page.path("page").path("next").textValue();
            next = cursor == null ? null : following(path, cursor);
        }
        return items;
    }

    /** Sends a file and reads the report as it comes, line by line. */
    Report upload(String path, Path file, String contentType) {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        JsonNode firstRejected = null;
        JsonNode summary = null;
        HttpRequest.Builder request = request(path).timeout(PATIENCE_FOR_FILES).header("Content-Type", contentType)
                .POST(fileBody(file));
        HttpResponse<Stream<String>> response = send("POST " + path, request, BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) {
                String body = String.join("\n", lines.toList());
                new Answer("POST " + path, response.statusCode(), json(body), null).expect(200);
            }
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode entry = json(line);
                if (entry.has("summary")) {
                    summary = entry.path("summary");
                    continue;
                }
                if (entry.has("outcome")) {
                    outcomes.merge(entry.path("outcome").asText(), 1, Integer::sum);
                }
                if (firstRejected == null && entry.path("outcome").asText().equals("REJECTED")) {
                    firstRejected = entry;
                }
            }
        } catch (UncheckedIOException cutOff) {
            throw new DemoStopped("POST " + path + ": the report on " + file.getFileName() + " broke off", cutOff);
        }
        if (summary == null) {
            throw new DemoStopped("POST " + path + ": the report on " + file.getFileName() + " has no summary");
        }
        return new Report(outcomes, firstRejected);
    }

    /** Follows nothing: where a visitor with that user agent is sent. */
    static String redirectOf(HttpClient http, URI shortLink, String userAgent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(shortLink).timeout(PATIENCE)
                .header("User-Agent", userAgent).GET();
        HttpResponse<Void> response = send(http, "GET " + shortLink, request, BodyHandlers.discarding());
        if (response.statusCode() != 302) {
            throw new DemoStopped("GET %s answered %d instead of 302".formatted(shortLink, response.statusCode()));
        }
        return response.headers().firstValue("Location").orElse("");
    }

    private String following(String path, String cursor) {
        if (cursor.startsWith("/") || cursor.startsWith("http")) {
            URI link = origin.resolve(cursor);
            return link.getRawPath() + "?" + link.getRawQuery();
        }
        return path + (path.contains("?") ? "&" : "?") + "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Answer exchange(String method, String path, HttpRequest.Builder request) {
        String name = method + " " + path;
        HttpResponse<String> response = send(name, request, BodyHandlers.ofString());
        return new Answer(name, response.statusCode(), json(response.body()),
                response.headers().firstValue("ETag").orElse(null));
    }

    private <T> HttpResponse<T> send(String name, HttpRequest.Builder request, BodyHandler<T> body) {
        return send(http, name, request, body);
    }

    private static <T> HttpResponse<T> send(HttpClient http, String name, HttpRequest.Builder request,
            BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (ConnectException refused) {
            throw new DemoStopped(name + ": nobody answers; is the suite running? (./groundswell up)", refused);
        } catch (IOException failed) {
            throw new DemoStopped(name + ": " + failed, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DemoStopped(name + ": interrupted", interrupted);
        }
    }

    private static BodyPublisher fileBody(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException missing) {
            throw new DemoStopped("cannot read " + file, missing);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    /** A problem's title, detail and errors in one line, or whatever else the body says. */
    private static String describe(JsonNode body) {
        if (!body.has("title") && !body.has("detail")) {
            return body.toString();
        }
        StringBuilder text = new StringBuilder(body.path("title").asText());
        if (body.hasNonNull("detail")) {
            text.append(": ").append(body.path("detail").asText());
        }
        body.path("errors").forEach(error -> text.append("; ").append(error.path("pointer").asText()).append(' ')
                .append(error.path("detail").asText()));
        if (body.hasNonNull("requestId")) {
            text.append(" (request ").append(body.path("requestId").asText()).append(')');
        }
        return text.toString();
    }
}
