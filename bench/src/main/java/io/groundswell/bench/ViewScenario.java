package io.groundswell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groundswell.suite.Suite;

/** Campaign views through the gateway, beside the very statements that one view makes, as PostgreSQL logged them. */
final class ViewScenario {
    private static final String WORKSPACE = "bench-view";
    private static final int POSTS = 600;
    private static final int CLIENTS = 8;
    private static final int SECONDS = 8;
    private static final int MOST_ROUNDS = 12;
    private static final double HARDLY_FASTER = 1.05;

    private final Suite suite;

    ViewScenario(Suite suite) {
        this.suite = suite;
    }

    void run() {
        try {
            var client = new Client(suite, WORKSPACE);
            String campaign = client.launch("#view");
            client.send("POST", "/v1/posts/ingest", "application/x-ndjson", BodyPublishers.ofString(posts()));
            Client.json(client.get("/v1/posts?limit=5")).path("items").forEach(post -> client.send("POST",
                    "/v1/posts/" + post.path("id").asText() + "/approve", "application/json", BodyPublishers.noBody()));
            String address = "/v1/campaign-views/" + campaign;
            Feed.drained(suite);
            double views = warm(client, address);
            Map<String, List<String>> statements = StatementLog.during(suite, () -> client.get(address));
            double sql = 1 / statements.entrySet().stream().mapToDouble(database -> 1 / new PgBench(suite)
                    .transactionsPerSecond(database.getKey(), WORKSPACE, database.getValue(), CLIENTS, SECONDS)).sum();
            Bench.row("campaign view of %d posts, %d clients".formatted(POSTS, CLIENTS), Bench.perSecond(views, "views"),
                    Bench.perSecond(sql, "views") + " by pgbench, the same %d statements in three databases"
                            .formatted(statements.values().stream().mapToInt(List::size).sum()),
                    Bench.ratio(views / sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Repeats until the JVMs have compiled what they need: until a round is hardly faster than the one before. */
    private static double warm(Client client, String address) {
        double before = 0;
        double now = load(client, address);
        for (int round = 1; round < MOST_ROUNDS && now > before * HARDLY_FASTER; round++) {
            before = now;
            now = load(client, address);
        }
        return now;
    }

    private static double load(Client client, String address) {
        var done = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(SECONDS);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> {
                    while (System.nanoTime() < end) {
                        client.get(address);
                        done.increment();
                    }
                });
            }
        }
        return done.sum() / ((System.nanoTime() - begin) / 1e9);
    }

    private static String posts() {
        return IntStream.range(0, POSTS).mapToObj(
                """
                        {"network":"INSTAGRAM","id":"%1$d","publishedAt":"2026-05-04T09:30:00Z","text":"Number %1$d #view",\
                        "author":{"id":"author-%1$d","handle":"author.%1$d","followers":2000},"engagement":{"likes":80,"comments":5}}"""::formatted)
                .collect(Collectors.joining("\n"));
    }
}
