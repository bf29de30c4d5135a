package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
 * @param person whose account it is, when the source says that several are one person's
 */
public record Sighting(AccountProfile profile, @Nullable CreatorKind kind, DiscoveredVia via, Instant observedAt, boolean dated,
        @Nullable String postLanguage, @Nullable Person person) {

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

    /** A sighting of an account alone. */
    public Sighting(AccountProfile profile, @Nullable CreatorKind kind, DiscoveredVia via, Instant observedAt, boolean dated,
            @Nullable String postLanguage) {
        this(profile, kind, via, observedAt, dated, postLanguage, null);
    }

    /**
     * Returns what somebody told us now.
     *
     * @throws InvalidValue when the profile was observed in the future or before there was its network, the account opened after
     *             that, or a text is made to be taken for something else
     */
    public static Sighting told(AccountProfile profile, @Nullable CreatorKind kind, DiscoveredVia via, Clock clock) {
        Instant now = clock.instant();
        Instant observedAt = profile.observedAt();
        if (observedAt != null && observedAt.isAfter(now.plus(TOLERANCE))) {
            throw new InvalidValue("observedAt", "in-the-future", "Nothing can have been observed later than now.");
        }
        if (observedAt != null && observedAt.isBefore(profile.network().since().atStartOfDay(ZoneOffset.UTC).toInstant())) {
            throw new InvalidValue("observedAt", "before-the-network",
                    "Nothing can have been observed on %s before %s.".formatted(profile.network(), profile.network().since()));
        }
        HostileText.refuseConfusable("handle", profile.handle());
        HostileText.refuseFormula("userId", profile.userId());
        HostileText.refuseFormula("displayName", profile.displayName());
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

    /** Returns the sighting as one of several of a person. */
    public Sighting ofPerson(Person one) {
        return new Sighting(profile, kind, via, observedAt, dated, postLanguage, one);
    }
}
