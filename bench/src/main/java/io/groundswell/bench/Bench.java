package io.groundswell.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.groundswell.suite.Progress;
import io.groundswell.suite.Suite;
import io.groundswell.suite.SuiteOptions;
import io.groundswell.suite.SuiteOptions.StartCaches;

/** Runs every scenario against an ephemeral suite and prints the results as a Markdown table. */
public final class Bench {
    private static final List<String> SERVICES = List.of("campaign-service", "creator-service", "advocacy-service", "gateway");

    private Bench() {}

    /** Needs the checkout's root as its first argument, a built checkout and pgbench on the path; with --5gb only the long import runs. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path checkout = Path.of(arguments[0]);
        Suite.start(SuiteOptions.ephemeral(checkout).withStartCaches(StartCaches.RECORD), Progress.NONE).close();
        System.out.printf("| scenario | figure | beside | ratio |%n|---|---|---|---|%n");
        new ScoringScenario().run();
        Instant begin = Instant.now();
        try (Suite suite = Suite.start(SuiteOptions.ephemeral(checkout).withSupervised(false), Progress.NONE)) {
            Duration start = Duration.between(begin, Instant.now());
            row("start of a built suite, database included", seconds(start), "limit 15 s", "");
            row("resident memory of the four services, just started", megabytes(suite), "limit 900 MB", "");
            if (List.of(arguments).contains("--5gb")) {
                ImportScenario.runLong(suite);
                return;
            }
            new IngestScenario(suite, checkout).run();
            ImportScenario.of(suite).run();
            new ViewScenario(suite).run();
            new AudienceScenario(suite).run();
            new SearchScenario(suite).run();
            row("resident memory of the four services, after the load", megabytes(suite), "", "");
        }
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
