package io.groundswell.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;

/** Posts through HTTP, one connection, beside the statement that stores a batch. */
final class IngestScenario {
    private static final int POSTS = 60_000;
    private static final int WARM_UP = 20_000;
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
            var client = new Client(suite, "bench-ingest");
            String campaign = client.launch("#bench");
            ingest(client, body("warm", WARM_UP, 1), WARM_UP);
            Feed.drained(suite);
            byte[] all = body("all", POSTS, 1);
            double allMatch = ingest(client, all, POSTS);
            long behind = System.nanoTime();
            Feed.drained(suite);
            double read = POSTS / ((System.nanoTime() - behind) / 1e9);
            double again = ingest(client, all, POSTS);
            double oneInTen = ingest(client, body("ten", POSTS, 10), POSTS);
            double sql = BATCH
                    * pgbench.transactionsPerSecond("campaign", "bench-ingest", List.of(statement(campaign)), 1, SECONDS);
            Bench.row("ingest, every post matches", Bench.perSecond(allMatch, "posts"),
                    Bench.perSecond(sql, "posts") + " by pgbench, the same statement", Bench.ratio(allMatch / sql));
            Bench.row("events applied by creator-service, catching up after ingest",
                    Bench.perSecond(read, "events") + " or more", "", "");
            Bench.row("ingest, one post in ten matches", Bench.perSecond(oneInTen, "posts"),
                    Bench.perSecond(allMatch, "posts") + " when all match", Bench.ratio(oneInTen / allMatch));
            Bench.row("ingest, the same body again", Bench.perSecond(again, "posts"),
                    Bench.perSecond(allMatch, "posts") + " the first time", Bench.ratio(again / allMatch));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static byte[] body(String prefix, int posts, int oneMatchesIn) throws IOException {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < posts; i++) {
            out.write(
                    """
                            {"network":"INSTAGRAM","id":"%1$s-%2$d","publishedAt":"2026-05-04T09:30:00Z","observedAt":"2026-05-04T12:00:00Z",\
                            "text":"Morning number %2$d at the harbour, the light was worth getting up for #%3$s #coffee @somebody",\
                            "language":"en","permalink":"https://photos.example/p/%2$d","author":{"id":"author-%4$d","handle":"author.%4$d",\
                            "displayName":"Author %4$d","followers":%5$d},"engagement":{"likes":%6$d,"comments":5}}
                            """
                            .formatted(prefix, i, i % oneMatchesIn == 0 ? "bench" : "nothing", i % 5_000, 1_000 + i % 9_000,
                                    20 + i % 50)
                            .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
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
            default ->
                throw new IllegalStateException("The statement has a parameter this benchmark does not know: $" + parameter);
        };
    }

    private static String each(String expression) {
        return "(select array_agg(" + expression + ") from generate_series(1, " + BATCH + ") g)";
    }

    private static String same(String expression) {
        return "array_fill(" + expression + ", array[" + BATCH + "])";
    }
}
