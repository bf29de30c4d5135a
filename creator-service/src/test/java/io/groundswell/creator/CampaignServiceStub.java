package io.groundswell.creator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands for campaign-service's feed and for the issuer, with what goes wrong between services: both are away at first, and
 * the first token is refused after a while.
 */
public final class CampaignServiceStub implements QuarkusTestResourceLifecycleManager {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int TIMES_AWAY = 2;
    private static final int REQUESTS_PER_FIRST_TOKEN = 2;
    private static final List<String> EVENTS = new ArrayList<>();
    private static final AtomicInteger ISSUER_CALLS = new AtomicInteger();
    private static final AtomicInteger TOKENS = new AtomicInteger();
    private static final AtomicInteger FEED_CALLS = new AtomicInteger();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String origin = "http://localhost:" + started.getAddress().getPort();
            started.createContext("/issuer/.well-known/openid-configuration", exchange -> discovery(exchange, origin));
            started.createContext("/issuer/token", CampaignServiceStub::token);
            started.createContext("/v1/events", CampaignServiceStub::events);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.start();
            server = started;
            return Map.of("groundswell.campaign-url", origin, "groundswell.issuer-url", origin + "/issuer",
                    "groundswell.client-id", "groundswell-service", "groundswell.client-secret", "secret");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(server).stop(0);
    }

    /** Adds an event to the feed; returns its id. */
    public static synchronized UUID publish(String workspace, String type, String data) {
        UUID id = UUID.randomUUID();
        EVENTS.add("""
                {"specversion":"1.0","id":"%s","source":"/campaign-service","type":"%s","subject":"p","time":"%s",
                "datacontenttype":"application/json","workspace":"%s","position":"7-%d","data":%s}"""
                .formatted(id, type, Instant.now(), workspace, EVENTS.size() + 1, data));
        CampaignServiceStub.class.notifyAll();
        return id;
    }

    private static void discovery(HttpExchange exchange, String origin) throws IOException {
        if (ISSUER_CALLS.incrementAndGet() <= TIMES_AWAY) {
            answer(exchange, 503, "{}");
            return;
        }
        answer(exchange, 200, """
                {"issuer": "%1$s/issuer", "token_endpoint": "%1$s/issuer/token"}""".formatted(origin));
    }

    private static void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!form.contains("grant_type=client_credentials") || !form.contains("scope=events")) {
            answer(exchange, 400, "{\"error\":\"invalid_request\"}");
            return;
        }
        answer(exchange, 200, """
                {"access_token": "token-%d", "token_type": "Bearer", "expires_in": 3600}"""
                .formatted(TOKENS.incrementAndGet()));
    }

    private static void events(HttpExchange exchange) throws IOException {
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        int call = FEED_CALLS.incrementAndGet();
        if (call <= TIMES_AWAY) {
            answer(exchange, 503, "{}");
        } else if (!bearer.startsWith("Bearer token-")
                || (bearer.equals("Bearer token-1") && call > TIMES_AWAY + REQUESTS_PER_FIRST_TOKEN)) {
            answer(exchange, 401, "{}");
        } else {
            answer(exchange, 200, "[" + String.join(",", after(exchange.getRequestURI().getQuery())) + "]");
        }
    }

    /** Waits a while for the first, as the real one does. */
    private static synchronized List<String> after(String query) {
        int at = query.indexOf("after=7-");
        int from = at < 0 ? 0 : Integer.parseInt(query.substring(at + "after=7-".length()).split("&", 2)[0]);
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            while (EVENTS.size() <= from && System.nanoTime() < deadline) {
                CampaignServiceStub.class.wait(LONGEST_WAIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(EVENTS.subList(from, Math.min(EVENTS.size(), from + 3)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
