package io.groundswell.suite.process;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before a dead process is started again: twice as long each time, from the start once it has lived for a while.
 *
 * @param deaths how often in a row it has died young
 * @param lastStart when it was last started
 */
public record BackOff(int deaths, Instant lastStart) {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GROWN_UP = Duration.ofMinutes(1);

    /** Checks that the number can be a count. */
    public BackOff {
        if (deaths < 0) {
            throw new IllegalArgumentException("deaths " + deaths);
        }
    }

    /**
     * {@return no deaths yet}
     *
     * @param now when it was started for the first time
     */
    public static BackOff startedAt(Instant now) {
        return new BackOff(0, now);
    }

    /**
     * {@return with that death counted, or counted anew when it had lived for a minute}
     *
     * @param now when it died
     */
    public BackOff diedAt(Instant now) {
        boolean grownUp = Duration.between(lastStart, now).compareTo(GROWN_UP) >= 0;
        return new BackOff(grownUp ? 1 : deaths + 1, lastStart);
    }

    /**
     * {@return the same deaths, another start}
     *
     * @param now when it was started again
     */
    public BackOff restartedAt(Instant now) {
        return new BackOff(deaths, now);
    }

    /** {@return how long to wait now: 0.5 s after the first death, at most 30 s} */
    public Duration pause() {
        if (deaths == 0) {
            return Duration.ZERO;
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(deaths - 1, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
