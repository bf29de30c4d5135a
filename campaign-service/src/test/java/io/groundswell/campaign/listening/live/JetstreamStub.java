package io.groundswell.campaign.listening.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;

/** A Jetstream that keeps what it was told to send, sends it from a cursor on, and misbehaves when asked to. */
final class JetstreamStub implements AutoCloseable {
    private static final long SECOND = 1_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<String> log = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final Set<ServerWebSocket> open = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final long begin = System.currentTimeMillis() * 1_000 - 600 * SECOND;
    private volatile Fault fault = Fault.NONE;

    /** What goes wrong with the next connections. */
    enum Fault {
        NONE, REFUSES, ASKS_TO_WAIT, NEEDS_TOKEN, DROPS_AFTER_THREE_MID_EVENT, STAYS_SILENT
    }

    JetstreamStub() {
        this(0);
    }

    JetstreamStub(int port) {
        this.server = vertx
                .createHttpServer(new HttpServerOptions().setMaxWebSocketFrameSize(4 << 20).setMaxWebSocketMessageSize(8 << 20))
                .requestHandler(request -> {
                    asked.add(request.uri());
                    switch (fault) {
                        case REFUSES -> request.response().setStatusCode(503).end();
                        case ASKS_TO_WAIT -> request.response().setStatusCode(429).putHeader("Retry-After", "600").end();
                        case NEEDS_TOKEN -> request.response().setStatusCode(401).end();
                        case NONE, DROPS_AFTER_THREE_MID_EVENT, STAYS_SILENT ->
                            request.toWebSocket().onSuccess(socket -> serve(socket, request.getParam("cursor")));
                    }
                });
        server.listen(port, "localhost").toCompletionStage().toCompletableFuture()
                .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    String url() {
        return "ws://localhost:" + server.actualPort();
    }

    int port() {
        return server.actualPort();
    }

    void fault(Fault next) {
        fault = next;
    }

    /** Returns the addresses that were asked for, in order. */
    List<String> asked() {
        return asked;
    }

    boolean isHeard() {
        return !open.isEmpty();
    }

    /** Breaks all connections without a word. */
    void drop() {
        open.forEach(socket -> socket.writeFrame(io.vertx.core.http.WebSocketFrame.textFrame("{\"did\":\"did:pl", false)));
        open.forEach(JetstreamStub::cut);
    }

    private static void cut(ServerWebSocket socket) {
        var connection = ((io.vertx.core.http.impl.WebSocketInternal) socket).channelHandlerContext();
        connection.executor().execute(() -> connection.channel().unsafe().closeForcibly());
    }

    /** Sends an event now, and again to whoever asks for what came after an earlier cursor. */
    synchronized JetstreamStub publish(String eventWithoutTime) {
        long time = begin + log.size() * SECOND / 10;
        String event = eventWithoutTime.replace("\"TIME\"", Long.toString(time));
        log.add(event);
        times.add(time);
        open.forEach(socket -> socket.writeTextMessage(event));
        return this;
    }

    /** Sends something now that is never sent again. */
    void say(String message) {
        open.forEach(socket -> socket.writeTextMessage(message));
    }

    /** Sends an event in fragments, as a server may. */
    void sayInFragments(String message) {
        int third = message.length() / 3;
        open.forEach(socket -> {
            socket.writeFrame(io.vertx.core.http.WebSocketFrame.textFrame(message.substring(0, third), false));
            socket.writePing(io.vertx.core.buffer.Buffer.buffer("between"));
            socket.writeFrame(io.vertx.core.http.WebSocketFrame.continuationFrame(
                    io.vertx.core.buffer.Buffer.buffer(message.substring(third, 2 * third)), false));
            socket.writeFrame(io.vertx.core.http.WebSocketFrame.continuationFrame(
                    io.vertx.core.buffer.Buffer.buffer(message.substring(2 * third)), true));
        });
    }

    synchronized long lastTime() {
        return times.getLast();
    }

    private synchronized void serve(ServerWebSocket socket, @Nullable String cursor) {
        socket.closeHandler(_ -> open.remove(socket));
        if (fault == Fault.STAYS_SILENT) {
            return;
        }
        boolean drops = fault == Fault.DROPS_AFTER_THREE_MID_EVENT;
        int sent = 0;
        for (int i = 0; i < log.size() && cursor != null; i++) {
            if (times.get(i) >= Long.parseLong(cursor)) {
                if (drops && sent == 3) {
                    socket.writeFrame(io.vertx.core.http.WebSocketFrame.textFrame(log.get(i).substring(0, 20), false))
                            .onComplete(
                                    _ -> cut(socket));
                    return;
                }
                socket.writeTextMessage(log.get(i));
                sent++;
            }
        }
        open.add(socket);
    }

    /** Returns the event of a post; its time is filled in when it is published. */
    static String post(String did, String rkey, String text) {
        return """
                {"did":"%s","time_us":"TIME","kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"%s",\
                "record":{"$type":"app.bsky.feed.post","createdAt":"2026-05-04T09:30:00Z","text":"%s","langs":["en"]}}}"""
                .formatted(did, rkey, text);
    }

    static String deletion(String did, String rkey) {
        return """
                {"did":"%s","time_us":"TIME","kind":"commit","commit":{"operation":"delete","collection":"app.bsky.feed.post","rkey":"%s"}}"""
                .formatted(did, rkey);
    }

    static String account(String did, boolean active, String status) {
        return """
                {"did":"%s","time_us":"TIME","kind":"account","account":{"active":%s,"did":"%s","seq":7,"status":"%s","time":"2026-05-04T09:30:00Z"}}"""
                .formatted(did, active, did, status);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
    }
}
