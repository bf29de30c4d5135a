package io.groundswell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;

/** Posts through HTTP, one connection, beside a program of one thread that does the least with them. */
final class IngestScenario {
    private static final int POSTS = 60_000;
    private static final int WARM_UP = 20_000;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 3;
    private static final String WORKSPACE = "bench-ingest";
    private static final int BATCH = 500;
    private static final int SECONDS = 8;
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)(::(\\w+)\\[\\])?");

    private final Suite suite;
    private final Path checkout;

    IngestScenario(Suite suite, Path checkout) {
        this.suite = suite;
        this.checkout = checkout;
    }

    void run() {
        try {
            var pgbench = new PgBench(suite);
            pgbench.prepare();
            var client = new Client(suite, WORKSPACE);
            String campaign = client.launch("#bench");
            var bodies = new PostBodies("bench");
            warmUp(client, bodies);
            long memoryBefore = Memory.peakMegabytes(suite, "campaign-service");
            oneInTen(client, bodies);
            all(bodies);
            double sql = BATCH
                    * pgbench.transactionsPerSecond("campaign", WORKSPACE, List.of(statement(campaign)), 1, SECONDS);
            Bench.row("the statement that stores a batch, by pgbench", Bench.perSecond(sql, "posts"), "", "");
            tenTimesTheCampaigns(client, bodies);
            Bench.row("most memory of campaign-service, after all of this",
                    Memory.peakMegabytes(suite, "campaign-service") + " MB", memoryBefore + " MB after warming up", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void warmUp(Client client, PostBodies bodies) throws SQLException {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            ingest(client, bodies.of("warm-ten-" + round, WARM_UP, 10), WARM_UP);
            ingest(client, bodies.of("warm-all-" + round, WARM_UP / 4, 1), WARM_UP / 4);
        }
        try (var pipeline = new JdbcPipeline(suite, "bench")) {
            pipeline.run(bodies.of("warm-jdbc", 2 * WARM_UP, 10));
        }
        Feed.drained(suite);
    }

    /**
     * The two take turns, so that what else the machine does falls on both. creator-service, which follows the feed on the same two
     * cores, stands still meanwhile: it has no part in what is compared.
     */
    private void oneInTen(Client client, PostBodies bodies) throws SQLException {
        var direct = new Client(suite, WORKSPACE, suite.url("campaign-service"));
        double http = 0;
        double jdbc = 0;
        suite.stop("creator-service");
        try (var pipeline = new JdbcPipeline(suite, "bench")) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] body = bodies.of("ten-" + round, POSTS, 10);
                http += 1 / ingest(direct, body, POSTS) / ROUNDS;
                jdbc += 1 / pipeline.run(body) / ROUNDS;
            }
        } finally {
            suite.start("creator-service");
        }
        Bench.row("ingest, one post in ten matches, classified, moderated and stored", Bench.perSecond(1 / http, "posts"),
                Bench.perSecond(1 / jdbc, "posts") + " by one thread with the JDBC driver", Bench.ratio(jdbc / http));
        double again = ingest(direct, bodies.of("ten-0", POSTS, 10), POSTS);
        Bench.row("the same body again, one post in ten matches", Bench.perSecond(again, "posts"),
                Bench.perSecond(1 / http, "posts") + " the first time", Bench.ratio(again * http));
        Feed.drained(suite);
        double followed = ingest(client, bodies.of("followed", POSTS, 10), POSTS);
        Bench.row("ingest, one post in ten matches, through the gateway and followed by creator-service",
                Bench.perSecond(followed, "posts"), Bench.perSecond(1 / http, "posts") + " past both",
                Bench.ratio(followed * http));
        Feed.drained(suite);
    }

    private void all(PostBodies bodies) throws SQLException {
        byte[] body = bodies.of("all", POSTS, 1);
        var direct = new Client(suite, WORKSPACE, suite.url("campaign-service"));
        double http;
        double jdbc;
        suite.stop("creator-service");
        try (var pipeline = new JdbcPipeline(suite, "bench")) {
            http = ingest(direct, body, POSTS);
            jdbc = pipeline.run(body);
        } finally {
            suite.start("creator-service");
        }
        long behind = System.nanoTime();
        Feed.drained(suite);
        double read = POSTS / ((System.nanoTime() - behind) / 1e9);
        Bench.row("ingest, every post matches", Bench.perSecond(http, "posts"),
                Bench.perSecond(jdbc, "posts") + " by one thread with the JDBC driver", Bench.ratio(http / jdbc));
        Bench.row("events applied by creator-service, catching up after ingest", Bench.perSecond(read, "events") + " or more",
                "", "");
        double again = ingest(direct, body, POSTS);
        Bench.row("the same body again, every post matches", Bench.perSecond(again, "posts"),
                Bench.perSecond(http, "posts") + " the first time", Bench.ratio(again / http));
    }

    /** Each campaign listens for ten terms, of all kinds, so that in the end 10,000 are live. */
    private void tenTimesTheCampaigns(Client client, PostBodies bodies) throws SQLException {
        launch(client, 1, 99);
        ingest(client, bodies.of("few-warm", WARM_UP, 10), WARM_UP);
        Feed.drained(suite);
        double few = ingest(client, bodies.of("few", POSTS, 10), POSTS);
        launch(client, 100, 999);
        ingest(client, bodies.of("many-warm", WARM_UP, 10), WARM_UP);
        Feed.drained(suite);
        double many = ingest(client, bodies.of("many", POSTS, 10), POSTS);
        Bench.row("time of ingest with 1,000 live campaigns, one post in ten matches", Bench.perSecond(many, "posts"),
                Bench.perSecond(few, "posts") + " with 100", Bench.ratio(few / many));
    }

    private static void launch(Client client, int first, int last) {
        for (int i = first; i <= last; i++) {
            String id = Client.json(client.send("POST", "/v1/campaigns", "application/json", BodyPublishers.ofString("""
                    {"name": "Bench %1$d", "hashtags": ["#tag%1$da", "#tag%1$db", "#tag%1$dc", "#tag%1$dd"],
                     "mentions": ["@brand%1$da", "@brand%1$db"],
                     "keywords": ["product %1$d", "collection %1$d", "harbour roast %1$d", "tasting room %1$d"],
                     "endsAt": "2099-01-01T00:00:00Z",
                     "kpis": [{"kind": "HASHTAG_POSTS", "target": 10}, {"kind": "ENGAGEMENT_RATE", "target": 0.05}]}"""
                    .formatted(i)))).path("id").asText();
            client.send("POST", "/v1/campaigns/" + id + "/launch", "application/json", BodyPublishers.noBody());
        }
    }

    private static double ingest(Client client, byte[] body, int posts) {
        long begin = System.nanoTime();
        String report = client.send("POST", "/v1/posts/ingest", "application/x-ndjson", BodyPublishers.ofByteArray(body));
        double seconds = (System.nanoTime() - begin) / 1e9;
        JsonNode summary = Client.json(report.substring(report.lastIndexOf('\n', report.length() - 2) + 1)).path("summary");
        if (summary.isMissingNode() || summary.path("rejected").asInt() > 0) {
            throw new IllegalStateException("Not all posts were taken: " + summary);
        }
        return posts / seconds;
    }

    /** The service's own statement with generated posts in place of its parameters. */
    private String statement(String campaign) throws IOException {
        String sql = Files.readString(checkout.resolve("campaign-service/src/main/resources/sql/store-posts.sql"))
                .replaceAll("(?m)^--.*\n", "");
        Matcher parameter = PARAMETER.matcher(sql);
        return parameter.replaceAll(match -> Matcher.quoteReplacement(value(Integer.parseInt(match.group(1)), campaign)))
                .replace('\n', ' ');
    }

    private static String value(int parameter, String campaign) {
        return switch (parameter) {
            case 1 -> "'bench-ingest'";
            case 2, 29 -> each("g - 1");
            case 3, 26, 27 -> each("gen_random_uuid()");
            case 4 -> same("'INSTAGRAM'::text");
            case 5 -> each("gen_random_uuid()::text");
            case 6 -> each("'author-' || g");
            case 7 -> same(
                    "'{\"id\": \"author-1\", \"handle\": \"author.1\", \"displayName\": \"Author\", \"followers\": 1000}'::text");
            case 8 -> each(
                    "'Morning number ' || g || ' at the harbour, the light was worth getting up for #bench #coffee @somebody'");
            case 9 -> same("'en'::text");
            case 10 -> each("'https://photos.example/p/' || g");
            case 11, 12 -> same("timestamptz '2026-05-04 12:00:00Z'");
            case 13, 14 -> each("g::bigint");
            case 15, 16, 17, 18, 19 -> same("null::bigint");
            case 20 -> same("'BY_FOLLOWERS'::text");
            case 21 -> each("g / 1000.0::float8");
            case 22 -> same("e'bench\\x1fcoffee'::text");
            case 23 -> same("'somebody'::text");
            case 24 -> same("''::text");
            case 25 -> same("'[]'::text");
            case 28 ->
                same("'{\"network\": \"INSTAGRAM\", \"reasons\": [\"HASHTAG\"], \"author\": {\"id\": \"author-1\", \"handle\": \"author.1\", "
                        + "\"displayName\": \"Author\", \"followers\": 1000}, \"engagement\": {\"likes\": 20, \"comments\": 5}}'::text");
            case 30 -> same("'" + campaign + "'::uuid");
            case 31 -> same("true");
            case 32, 33 -> same("false");
            case 34 ->
                same("'[{\"kind\": \"CONTENT_TYPE\", \"value\": \"STATUS\", \"evidence\": [], \"model\": \"form.1\"}]'::text");
            case 35 -> same("'en'::text");
            case 36 -> same("'{1,2,3,4,5,6,7,8,9}'::text");
            case 37 -> each("(g - 1) % " + BATCH, 6);
            case 38 -> each("(random() * 1e18)::bigint", 6);
            case 39 -> same("'PENDING'::text");
            case 40 -> same("null::uuid");
            case 41 -> same("null::text");
            default ->
                throw new IllegalStateException("The statement has a parameter this benchmark does not know: $" + parameter);
        };
    }

    private static String each(String expression) {
        return each(expression, 1);
    }

    private static String each(String expression, int times) {
        return "(select array_agg(" + expression + ") from generate_series(1, " + times * BATCH + ") g)";
    }

    private static String same(String expression) {
        return "array_fill(" + expression + ", array[" + BATCH + "])";
    }
}
