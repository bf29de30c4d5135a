package io.groundswell.suite.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers each request with what was prepared for it, in order, and remembers what was asked. */
final class StubGateway implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new ArrayList<>();

    private record Answer(int status, String body, Map<String, String> headers) {}

    StubGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI origin() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The last answer prepared for a request is given again and again. */
    StubGateway when(String request, int status, String body, Map<String, String> headers) {
        answers.computeIfAbsent(request, any -> new ArrayDeque<>()).add(new Answer(status, body, headers));
        return this;
    }

    StubGateway when(String request, int status, String body) {
        return when(request, status, body, Map.of());
    }

    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            synchronized (requests) {
                requests.add(request);
            }
            exchange.getRequestBody().readAllBytes();
            Deque<Answer> prepared = answers.getOrDefault(request, new ArrayDeque<>());
            Answer answer = prepared.size() > 1 ? prepared.poll() : prepared.peek();
            if (answer == null) {
                answer = new Answer(404, "{\"title\":\"Nothing was prepared for " + request + "\"}", Map.of());
            }
            answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
