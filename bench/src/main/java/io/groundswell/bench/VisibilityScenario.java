package io.groundswell.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Locale;

import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How long after a post was acknowledged the campaign's view shows it: in its metrics, and at its author, whom creator-service
 * hears of by the feed. The time counts from the last byte of the report to the last byte of the view that shows it.
 */
final class VisibilityScenario {
    private static final int POSTS = 500;
    private static final int WARM_UP = 100;

    private final Client client;

    VisibilityScenario(Suite suite) {
        this.client = new Client(suite, "bench-visible");
    }

    void run() {
        String view = "/v1/campaign-views/" + client.launch("#visible");
        double[] metrics = new double[POSTS];
        double[] creators = new double[POSTS];
        for (int i = -WARM_UP; i < POSTS; i++) {
            int posts = i + WARM_UP + 1;
            client.send("POST", "/v1/posts/ingest", "application/x-ndjson", BodyPublishers.ofString(post(posts)));
            long acknowledged = System.nanoTime();
            double metric = 0;
            double creator = 0;
            while (metric == 0 || creator == 0) {
                JsonNode seen = Client.json(client.get(view));
                double now = (System.nanoTime() - acknowledged) / 1e6;
                metric = metric == 0 && seen.at("/parts/kpis/data/items/0/actual").asInt() >= posts ? now : metric;
                creator = creator == 0 && seen.at("/parts/topCreators/data/items/0/participation/posts").asInt() >= posts
                        ? now
                        : creator;
            }
            if (i >= 0) {
                metrics[i] = metric;
                creators[i] = creator;
            }
        }
        Bench.row("from ingest acknowledged to the view's metrics, one post at a time", quantiles(metrics),
                "limit 1,000 ms at p99", "");
        Bench.row("from ingest acknowledged to the view's creators", quantiles(creators), "limit 1,000 ms at p99", "");
    }

    private static String post(int number) {
        return """
                {"network":"INSTAGRAM","id":"%1$d","publishedAt":"2026-05-04T09:30:00Z","text":"Number %1$d #visible",\
                "author":{"id":"author-1","handle":"author.1","followers":2000},"engagement":{"likes":80,"comments":5}}"""
                .formatted(number);
    }

    private static String quantiles(double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "p50 %.0f ms, p99 %.0f ms", sorted[sorted.length / 2],
                sorted[(int) (0.99 * (sorted.length - 1))]);
    }
}
