package io.groundswell.campaign.rights.request;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;

/**
 * How many requests may go out on one network. Windows slide: what counts is how long ago the request was sent that would have to
 * be out of the window.
 *
 * @param perHour at most, within 60 minutes
 * @param perDay at most, within 24 hours
 */
record Throttle(int perHour, int perDay) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Lets one more request pass.
     *
     * @param hourth when the request was sent that is as many back as an hour may have; null when there were fewer
     * @param dayth likewise for a day
     * @throws ProblemException 429 with {@code Retry-After}, {@code RateLimit} and {@code RateLimit-Policy}
     */
    void pass(Instant now, @Nullable Instant hourth, @Nullable Instant dayth) {
        long hour = waiting(now, hourth, HOUR);
        long day = waiting(now, dayth, DAY);
        if (hour > 0 || day > 0) {
            long wait = Math.max(hour, day);
            throw ProblemException
                    .of(ProblemType.TOO_MANY_REQUESTS,
                            "The workspace sends %d requests an hour and %d a day on a network at most.".formatted(perHour,
                                    perDay))
                    .withHeader("Retry-After", Long.toString(wait))
                    .withHeader("RateLimit-Policy", "\"hour\";q=%d;w=3600, \"day\";q=%d;w=86400".formatted(perHour, perDay))
                    .withHeader("RateLimit", "\"%s\";r=0;t=%d".formatted(day >= hour ? "day" : "hour", wait));
        }
    }

    /** Seconds, rounded up: a client that comes back then is let through. */
    private static long waiting(Instant now, @Nullable Instant sent, Duration window) {
        if (sent == null) {
            return 0;
        }
        Duration left = Duration.between(now, sent.plus(window));
        return left.isPositive() ? left.plusSeconds(1).minusNanos(1).toSeconds() : 0;
    }
}
