package io.groundswell.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groundswell.suite.Suite;

/**
 * Public reads of a collection: how many a core of campaign-service answers, by the processor time of its process, and whether
 * any read that began after a take-down was acknowledged still showed the post.
 */
final class GalleryScenario {
    private static final String WORKSPACE = "bench-gallery";
    private static final String SERVICE = "campaign-service";
    private static final int POSTS = 50;
    private static final int TAKEN_DOWN = 40;
    private static final int CONNECTIONS = 32;
    private static final int SECONDS = 6;
    private static final int MOST_ROUNDS = 10;
    private static final double HARDLY_FASTER = 1.05;
    private static final int ASKED_FOR = 15_000;
    private static final String GRANT = """
            insert into rights_grant (workspace_id, id, post_id, state, actions, channels, territories, starts_at)
            select workspace_id, uuidv7(), id, 'ACTIVE', '{DISPLAY}', '{WEBSITE}', '{}', now() from post where workspace_id = ?""";

    private final Suite suite;
    private final Client client;

    GalleryScenario(Suite suite) {
        this.suite = suite;
        this.client = new Client(suite, WORKSPACE);
    }

    /** How many reads there were, in how long, and what they cost the service. */
    private record Load(long reads, double seconds, double processorSeconds) {
        double perSecond() {
            return reads / seconds;
        }

        double perCore() {
            return reads / processorSeconds;
        }
    }

    void run() {
        try {
            List<String> posts = posts();
            String path = "/v1/public/collections/" + publish() + "?limit=" + POSTS;
            URI service = suite.url(SERVICE);
            String tag = tag(service, path);
            row("gallery read of %d posts".formatted(POSTS), warm(service, path, "", 200));
            row("gallery read of %d posts, compressed".formatted(POSTS), warm(service, path, "Accept-Encoding: gzip\r\n", 200));
            row("gallery read, nothing has changed (304)", warm(service, path, "If-None-Match: " + tag + "\r\n", 304));
            Load through = warm(suite.url(), path, "", 200);
            Bench.row("gallery read of %d posts through the gateway, %d connections".formatted(POSTS, CONNECTIONS),
                    Bench.perSecond(through.perSecond(), "reads"), "", "");
            takeDown(posts, path);
        } catch (IOException | SQLException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void row(String scenario, Load load) {
        Bench.row(scenario + ", %d connections".formatted(CONNECTIONS),
                Bench.perSecond(load.perCore(), "reads") + " per core of the service, "
                        + Bench.perSecond(load.perSecond(), "reads") + " in all",
                Bench.perSecond(ASKED_FOR, "reads") + " per core are asked for", Bench.ratio(load.perCore() / ASKED_FOR));
    }

    private List<String> posts() throws SQLException {
        client.launch("#gallery");
        client.send("POST", "/v1/posts/ingest", "application/x-ndjson", BodyPublishers.ofString(IntStream.range(0, POSTS)
                .mapToObj("""
                        {"network":"INSTAGRAM","id":"%1$d","publishedAt":"2026-05-04T09:30:00Z","permalink":\
                        "https://www.instagram.com/p/%1$d/","text":"Number %1$d of a caption that has the length of those that \
                        people write on a good day, with a second sentence in it. #gallery","author":{"id":"author-%1$d",\
                        "handle":"author.%1$d","displayName":"Author %1$d","followers":2000},"engagement":{"likes":80},\
                        "media":[{"type":"IMAGE","url":"https://cdn.example.com/pictures/%1$d.jpg"}]}"""::formatted)
                .collect(Collectors.joining("\n"))));
        try (Connection database = suite.connectAsSuperuser("campaign");
                PreparedStatement grant = database.prepareStatement(GRANT)) {
            grant.setString(1, WORKSPACE);
            grant.executeUpdate();
        }
        List<String> posts = new ArrayList<>();
        Client.json(client.get("/v1/posts?limit=" + POSTS)).path("items").forEach(post -> posts.add(post.path("id").asText()));
        posts.forEach(
                post -> client.send("POST", "/v1/posts/" + post + "/approve", "application/json", BodyPublishers.noBody()));
        return posts;
    }

    private String publish() {
        String campaign = Client.json(client.get("/v1/campaigns")).path("items").path(0).path("id").asText();
        var collection = Client.json(client.send("POST", "/v1/collections", "application/json", BodyPublishers.ofString("""
                {"name": "Bench", "title": "Bench", "campaignId": "%s"}""".formatted(campaign))));
        client.send("POST", "/v1/collections/" + collection.path("id").asText() + "/publish", "application/json",
                BodyPublishers.noBody());
        return collection.path("publicId").asText();
    }

    private static String tag(URI service, String path) throws IOException, InterruptedException {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            return http.send(java.net.http.HttpRequest.newBuilder(service.resolve(path)).build(),
                    java.net.http.HttpResponse.BodyHandlers.discarding()).headers().firstValue("ETag").orElseThrow();
        }
    }

    /** Repeats until the JVM has compiled what it needs: until a round is hardly cheaper than the one before. */
    private Load warm(URI address, String path, String headers, int status) throws ExecutionException, InterruptedException {
        Load before = load(address, path, headers, status);
        Load now = load(address, path, headers, status);
        for (int round = 2; round < MOST_ROUNDS && now.perCore() > before.perCore() * HARDLY_FASTER; round++) {
            before = now;
            now = load(address, path, headers, status);
        }
        return now;
    }

    private Load load(URI address, String path, String headers, int status) throws ExecutionException, InterruptedException {
        var reads = new LongAdder();
        Duration processor = ProcessorTime.of(suite, SERVICE);
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(SECONDS);
        try (ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(clients.submit(() -> {
                    try (var connection = new KeptConnection(address, path, headers)) {
                        while (System.nanoTime() < end) {
                            connection.get(status);
                            reads.increment();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        return new Load(reads.sum(), (System.nanoTime() - begin) / 1e9,
                ProcessorTime.secondsSince(processor, suite, SERVICE));
    }

    /** Takes posts down one after the other while clients read; a read is judged by when its request was sent. */
    private void takeDown(List<String> posts, String path) throws ExecutionException, InterruptedException {
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        var violations = new LongAdder();
        var reads = new LongAdder();
        var done = new AtomicBoolean();
        long[] took = new long[TAKEN_DOWN];
        try (ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                URI address = i % 2 == 0 ? suite.url(SERVICE) : suite.url();
                running.add(clients.submit(() -> {
                    try (var connection = new KeptConnection(address, path, "")) {
                        while (!done.get()) {
                            long begun = System.nanoTime();
                            String body = new String(connection.get(200), StandardCharsets.ISO_8859_1);
                            acknowledged.forEach((post, at) -> {
                                if (at - begun < 0 && body.contains(post)) {
                                    violations.increment();
                                }
                            });
                            reads.increment();
                        }
                    }
                    return null;
                }));
            }
            for (int i = 0; i < TAKEN_DOWN; i++) {
                long begun = System.nanoTime();
                client.send("POST", "/v1/posts/" + posts.get(i) + "/take-down", "application/json", BodyPublishers.noBody());
                long now = System.nanoTime();
                acknowledged.put(posts.get(i), now);
                took[i] = now - begun;
            }
            done.set(true);
            for (Future<?> client : running) {
                client.get();
            }
        }
        Arrays.sort(took);
        Bench.row(
                "%d posts taken down while %d clients read, half of them through the gateway".formatted(TAKEN_DOWN,
                        CONNECTIONS),
                "%d of %,d reads showed a post that was taken down before they began; acknowledged after %s"
                        .formatted(violations.sum(), reads.sum(), new Latencies(took)),
                "0 are allowed", "");
    }
}
