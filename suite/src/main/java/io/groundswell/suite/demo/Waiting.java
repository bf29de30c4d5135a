package io.groundswell.suite.demo;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something holds; bounded, so that a figure that never arrives is reported instead of waited for. */
final class Waiting {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Waiting() {}

    /** The first value for which {@code condition} holds, or the last one looked at before the limit. */
    static <T> T until(Supplier<T> look, Predicate<T> condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        T seen = look.get();
        while (!condition.test(seen) && System.nanoTime() < deadline) {
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DemoStopped("interrupted while waiting", interrupted);
        }
    }
}
