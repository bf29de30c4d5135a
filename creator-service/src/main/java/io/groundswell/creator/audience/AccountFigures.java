package io.groundswell.creator.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one account that says something of its audience. Null is not known.
 *
 * @param followers number of followers now
 * @param following number of accounts that it follows now
 * @param bio whether the profile has a bio
 * @param picture whether the profile has a picture of its own
 * @param joinedAt when the account was opened
 * @param history number of followers at earlier times
 * @param reactions to recent posts
 * @param sample first digits of the followers' own follower counts
 */
public record AccountFigures(@Nullable Long followers, @Nullable Long following, @Nullable Boolean bio,
        @Nullable Boolean picture, @Nullable Instant joinedAt, FollowerHistory history, Reactions reactions,
        FirstDigits sample) {

    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    /** Returns every signal that these figures suffice for. */
    public AudienceSignals measure(Instant now) {
        Map<Signal, Double> values = new EnumMap<>(Signal.class);
        if (following != null) {
            values.put(Signal.MASS_FOLLOWING, following.doubleValue());
            if (followers != null) {
                values.put(Signal.FOLLOWING_PER_FOLLOWER, following.doubleValue() / Math.max(1, followers));
            }
        }
        if (bio != null) {
            values.put(Signal.BIO, bio ? 1.0 : 0.0);
        }
        if (picture != null) {
            values.put(Signal.PICTURE, picture ? 1.0 : 0.0);
        }
        if (joinedAt != null) {
            values.put(Signal.ACCOUNT_AGE, Math.max(0, Duration.between(joinedAt, now).toSeconds() / SECONDS_PER_DAY));
        }
        put(values, Signal.FOLLOWER_STEPS, history.shareInSteps());
        put(values, Signal.COMMENTS_PER_LIKE, reactions.commentsPerLike());
        put(values, Signal.FIRST_DIGITS, sample.divergence());
        return new AudienceSignals(values);
    }

    private static void put(Map<Signal, Double> values, Signal signal, OptionalDouble value) {
        value.ifPresent(measured -> values.put(signal, measured));
    }
}
