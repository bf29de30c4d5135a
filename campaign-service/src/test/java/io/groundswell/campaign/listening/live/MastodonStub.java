package io.groundswell.campaign.listening.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A Mastodon server with a streaming API that cannot replay, and a timeline that can; it wants a token. */
final class MastodonStub implements AutoCloseable {
    static final String TOKEN = "token-zz-secret-4711";
    private static final int PAGE = 40;
    /** Numbers hold the time, as the real ones do: an hour ago, a minute apart. */
    private final long begin = (System.currentTimeMillis() - 3_600_000L) << 16;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<JsonObject> statuses = new ArrayList<>();
    private final Set<HttpServerResponse> open = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean redirects;

    MastodonStub() {
        server = vertx.createHttpServer().requestHandler(this::serve);
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    String url() {
        return "http://localhost:" + server.actualPort();
    }

    List<String> asked() {
        return asked;
    }

    boolean isHeard() {
        return !open.isEmpty();
    }

    /** Sends whoever listens to where nobody may be sent. */
    void redirectInside() {
        redirects = true;
    }

    private void serve(HttpServerRequest request) {
        asked.add(request.uri());
        if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
            request.response().setStatusCode(401).end("{\"error\":\"The access token is invalid\"}");
        } else if (redirects) {
            request.response().setStatusCode(302).putHeader("Location", "http://127.0.0.1:9/latest/meta-data").end();
        } else if (request.path().startsWith("/api/v1/streaming/")) {
            var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            response.closeHandler(_ -> open.remove(response));
            response.write(":)\n");
            open.add(response);
        } else if (request.path().startsWith("/api/v1/timelines/")) {
            request.response().putHeader("Content-Type", "application/json").end(timeline(request).encode());
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private synchronized JsonArray timeline(HttpServerRequest request) {
        String after = request.getParam("min_id");
        int limit = Math.min(PAGE, Integer.parseInt(request.getParam("limit")));
        List<JsonObject> page = after == null
                ? statuses.subList(Math.max(0, statuses.size() - limit), statuses.size())
                : statuses.stream().filter(status -> Long.parseLong(status.getString("id")) > Long.parseLong(after))
                        .limit(limit)
                        .toList();
        return new JsonArray(page.reversed());
    }

    /** Writes a status; returns its number. */
    synchronized String post(String author, String text) {
        return post(author, text, null);
    }

    synchronized String post(String author, String text, @Nullable String inReplyTo) {
        String id = Long.toString(begin + ((statuses.size() * 60_000L) << 16));
        JsonObject status = status(id, author, text).put("in_reply_to_id", inReplyTo);
        statuses.add(status);
        send("update", status.encode());
        return id;
    }

    synchronized void edit(String id, String text) {
        JsonObject status = statuses.stream().filter(one -> one.getString("id").equals(id)).findFirst().orElseThrow();
        status.put("content", "<p>" + text + "</p>").put("edited_at", "2026-05-05T09:30:00.000Z");
        send("status.update", status.encode());
    }

    synchronized void delete(String id) {
        statuses.removeIf(status -> status.getString("id").equals(id));
        send("delete", id);
    }

    private JsonObject status(String id, String author, String text) {
        String home = "https://quay.example/users/" + author;
        return new JsonObject().put("id", id).put("uri", home + "/statuses/" + id).put("url", home + "/" + id)
                .put("created_at", "2026-05-04T09:30:00.000Z").put("visibility", "public").put("language", "en")
                .put("content", "<p>" + text + "</p>")
                .put("account", new JsonObject().put("id", author).put("username", author).put("acct", author).put("uri", home)
                        .put("followers_count", 10));
    }

    /** Sends an event whose bytes come in three parts, with a heartbeat before it. */
    private void send(String type, String data) {
        String event = ":thump\n\nevent: " + type + "\ndata: " + data + "\n\n";
        int third = event.length() / 3;
        raw(event.substring(0, third));
        raw(event.substring(third, 2 * third));
        raw(event.substring(2 * third));
    }

    void raw(String text) {
        open.forEach(response -> response.write(text));
    }

    /** Breaks all streams in the middle of an event. */
    void drop() {
        raw("event: update\ndata: {\"id\":\"77\",\"content\":");
        open.forEach(response -> response.reset());
        open.clear();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
