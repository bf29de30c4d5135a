package io.groundswell.campaign.listening.live;

import java.time.Duration;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * How long to wait after failures in a row: a random time up to a limit that doubles, so that those who lost the same server do not
 * come back together. What a server asks for is waited for at least, an hour at most.
 */
final class BackOff {
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    BackOff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Returns how long to wait after one more failure. */
    Duration next(@Nullable Duration asked) {
        long limit = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        Duration wait = Duration.ofMillis(1 + random.nextLong(Math.max(1, limit)));
        if (asked == null || asked.compareTo(wait) < 0) {
            return wait;
        }
        return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    }

    /** Tells whether something failed that is not forgotten. */
    boolean hasFailures() {
        return failures > 0;
    }

    /** Forgets the failures: it has gone well for long enough. */
    void reset() {
        failures = 0;
    }
}
