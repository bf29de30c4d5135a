package io.groundswell.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.groundswell.suite.Builds;
import io.groundswell.suite.Progress;
import io.groundswell.suite.Suite;
import io.groundswell.suite.SuiteException;
import io.groundswell.suite.SuiteOptions;
import io.groundswell.suite.SuiteOptions.StartCaches;

/**
 * Makes the start-up caches: an ephemeral suite in a JVM of its own does the main job in small, and each JVM writes its cache when it stops. Once per build.
 */
final class Training {

    private final Path checkout;
    private final ConsoleProgress progress;

    Training(Path checkout, ConsoleProgress progress) {
        this.checkout = checkout;
        this.progress = progress;
    }

    /** Records what does not fit the build; a failure costs speed only, so it is told and not thrown. */
    void recordMissing() {
        List<String> missing = Builds.withoutStartCache(checkout);
        if (missing.isEmpty()) {
            return;
        }
        Instant begin = Instant.now();
        progress.note("recording start-up caches for this build; about a minute, once (--cold leaves it out)");
        try {
            if (runApart(begin) == 0) {
                progress.done("start-up caches", "recorded for " + missing.size() + " services",
                        Duration.between(begin, Instant.now()));
            } else {
                progress.warn("The start-up caches could not be recorded (see " + log() + "); starting without.");
            }
        } catch (IOException e) {
            progress.warn("The start-up caches could not be recorded (" + e.getMessage() + "); starting without.");
        }
    }

    /** Does the recording, in the JVM made for it. */
    static void record(Path checkout) {
        try (Suite suite = new Suite(SuiteOptions.ephemeral(checkout).withStartCaches(StartCaches.RECORD), Progress.NONE)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(suite::close));
            suite.start();
            new TrainingTraffic(suite).send();
        }
    }

    /** What the JVM has to say about making a cache goes to a log, not to the terminal. */
    private int runApart(Instant begin) throws IOException {
        Path target = checkout.resolve("suite/target");
        Path cache = target.resolve("start-cache/suite.aot");
        Path draft = target.resolve("start-cache/suite.aot.new");
        Files.createDirectories(draft.resolveSibling("."));
        Process training = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dio.netty.noUnsafe=true",
                "-XX:AOTCacheOutput=" + draft, "-Dgroundswell.checkout=" + checkout, "-jar",
                target.resolve("suite.jar").toString(), "train")
                .redirectErrorStream(true).redirectOutput(log().toFile()).start();
        try {
            while (!training.waitFor(Duration.ofSeconds(1))) {
                progress.working("recording, " + Duration.between(begin, Instant.now()).toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted.", e);
        } finally {
            training.destroy();
        }
        if (training.exitValue() == 0 && Files.exists(draft)) {
            Files.move(draft, cache, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return training.exitValue();
    }

    private static Path log() {
        return GroundswellCommand.keptState().log("training");
    }
}
