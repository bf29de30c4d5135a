package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/**
 * What one source tells of one account at one time.
 *
 * @param kind what the creator is to the brand, when the source says so
 * @param observedAt when it was true
 * @param dated whether the source said when; an undated sighting that tells nothing new leaves no trace
 * @param postLanguage language of a post of the account, which stands in until the profile tells one
 */
public record Sighting(AccountProfile profile, @Nullable CreatorKind kind, DiscoveredVia via, Instant observedAt, boolean dated,
        @Nullable String postLanguage) {

    /** Clocks differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * PostgreSQL keeps microseconds; what is compared must equal what is read again.
     *
     * @throws InvalidValue when the account was opened after it was observed
     */
    public Sighting {
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
        postLanguage = AccountProfile.language(postLanguage);
        Instant joinedAt = profile.joinedAt();
        if (joinedAt != null && joinedAt.isAfter(observedAt.plus(TOLERANCE))) {
            throw new InvalidValue("joinedAt", "in-the-future", "No account was opened later than it was observed.");
        }
    }

    /**
     * Returns what somebody told us now.
     *
     * @throws InvalidValue when the profile was observed in the future, or the account opened after that
     */
    public static Sighting told(AccountProfile profile, @Nullable CreatorKind kind, DiscoveredVia via, Clock clock) {
        Instant now = clock.instant();
        Instant observedAt = profile.observedAt();
        if (observedAt != null && observedAt.isAfter(now.plus(TOLERANCE))) {
            throw new InvalidValue("observedAt", "in-the-future", "Nothing can have been observed later than now.");
        }
        return new Sighting(profile, kind, via, observedAt == null ? now : observedAt, observedAt != null, null);
    }

    /**
     * Returns what a post tells of its author.
     *
     * @throws InvalidValue for {@code language} when the post's is no language tag, for {@code joinedAt} when it is later than the
     *             post was observed
     */
    public static Sighting inPost(AccountProfile author, DiscoveredVia via, Instant observedAt, @Nullable String postLanguage) {
        return new Sighting(author, null, via, observedAt, true, postLanguage);
    }
}
