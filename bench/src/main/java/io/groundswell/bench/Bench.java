package io.groundswell.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.groundswell.suite.Progress;
import io.groundswell.suite.Suite;
import io.groundswell.suite.SuiteOptions;
import io.groundswell.suite.SuiteOptions.StartCaches;

/** Runs every scenario against an ephemeral suite and prints the results as a Markdown table. */
public final class Bench {
    private static final List<String> SERVICES = List.of("campaign-service", "creator-service", "advocacy-service", "gateway");

    private static final String LONG_IMPORT = "5gb";

    private Bench() {}

    /**
     * Needs the checkout's root as its first argument, a built checkout and pgbench on the path. Scenarios may be named: scoring,
     * classification, matching, ingest, visibility, import, view, gallery, audience, search, 5gb; all but 5gb run when none is.
     */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path checkout = Path.of(arguments[0]);
        Map<String, Consumer<Suite>> known = scenarios(checkout);
        Set<String> named = new LinkedHashSet<>(List.of(arguments).subList(1, arguments.length));
        if (!known.keySet().containsAll(named)) {
            System.err.println("Scenarios are: " + String.join(", ", known.keySet()));
            System.exit(2);
        }
        Set<String> chosen = named.isEmpty() ? new LinkedHashSet<>(known.keySet()) : named;
        if (named.isEmpty()) {
            chosen.remove(LONG_IMPORT);
        }
        Suite.start(SuiteOptions.ephemeral(checkout).withStartCaches(StartCaches.RECORD), Progress.NONE).close();
        System.out.printf("| scenario | figure | beside | ratio |%n|---|---|---|---|%n");
        Instant begin = Instant.now();
        try (Suite suite = Suite.start(SuiteOptions.ephemeral(checkout).withSupervised(false), Progress.NONE)) {
            Duration start = Duration.between(begin, Instant.now());
            row("start of a built suite, database included", seconds(start), "limit 15 s", "");
            row("resident memory of the four services, just started", megabytes(suite), "limit 900 MB", "");
            known.forEach((name, scenario) -> {
                if (chosen.contains(name)) {
                    scenario.accept(suite);
                }
            });
            row("resident memory of the four services, after the load", megabytes(suite), "", "");
        }
    }

    /** Returns all scenarios by name, in the order in which they run. */
    private static Map<String, Consumer<Suite>> scenarios(Path checkout) {
        Map<String, Consumer<Suite>> scenarios = new LinkedHashMap<>();
        scenarios.put("scoring", suite -> new ScoringScenario().run());
        scenarios.put("classification", suite -> new ClassificationScenario().run());
        scenarios.put("matching", suite -> new MatchingScenario().run());
        scenarios.put("ingest", suite -> new IngestScenario(suite, checkout).run());
        scenarios.put("visibility", suite -> new VisibilityScenario(suite).run());
        scenarios.put("import", suite -> ImportScenario.of(suite).run());
        scenarios.put("view", suite -> new ViewScenario(suite).run());
        scenarios.put("gallery", suite -> new GalleryScenario(suite).run());
        scenarios.put("audience", suite -> new AudienceScenario(suite).run());
        scenarios.put("search", suite -> new SearchScenario(suite).run());
        scenarios.put(LONG_IMPORT, ImportScenario::runLong);
        return scenarios;
    }

    static void row(String scenario, String figure, String beside, String ratio) {
        System.out.printf("| %s | %s | %s | %s |%n", scenario, figure, beside, ratio);
    }

    static String perSecond(double rate, String what) {
        return String.format(Locale.ROOT, "%,.0f %s/s", rate, what);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String megabytes(Suite suite) {
        long kilobytes = SERVICES.stream().mapToLong(service -> Memory.residentKilobytes(suite, service)).sum();
        return kilobytes / 1024 + " MB";
    }
}
