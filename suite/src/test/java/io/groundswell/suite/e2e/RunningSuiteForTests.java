package io.groundswell.suite.e2e;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.groundswell.suite.Progress;
import io.groundswell.suite.Suite;
import io.groundswell.suite.SuiteOptions;

/** One suite of real processes for all end-to-end tests of this JVM; each test takes a workspace of its own. */
final class RunningSuiteForTests {
    private static @Nullable Suite running;

    private RunningSuiteForTests() {}

    static synchronized Suite get() {
        if (running == null) {
            Suite suite = Suite.start(SuiteOptions.ephemeral(checkout()).withSupervised(false), Progress.NONE);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(suite::close));
            running = suite;
        }
        return running;
    }

    /** Returns the root of the checkout; Maven runs tests in their module's folder. */
    static Path checkout() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
