package io.groundswell.campaign.rights.licence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What is asked for or granted. What is not listed is prohibited: edits, paid ads, sublicences and the training of models are actions of their own. */
@Schema(name = "LicenceTerms")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenceTerms(
        @Schema(required = true, description = "At least one: DISPLAY, REPOST, EDIT, ADVERTISE (paid ads), SUBLICENSE, TRAIN_AI") List<RightsAction> actions,
        @Schema(required = true, description = "At least one: WEBSITE, EMAIL, SCREEN, SOCIAL, STORE, PRINT") List<Channel> channels,
        @Schema(description = "ISO 3166-1 alpha-2; empty: everywhere") List<String> territories,
        @Schema(description = "Default: when it is granted") @Nullable Instant startsAt,
        @Schema(description = "First moment in which nothing is permitted any more; without it and without `durationDays`, until it is revoked") @Nullable Instant endsAt,
        @Schema(description = "Days from the start on, in place of `endsAt`; 1 to 36500") @Nullable Integer durationDays,
        @Schema(description = "What must be said beside the post, such as a name; 200 characters at most") @Nullable String attribution) {

    private static final int MOST_DAYS = 36_500;
    private static final int LONGEST_ATTRIBUTION = 200;

    public LicenceTerms {
        actions = InvalidValue.require(actions, "actions").stream().distinct().sorted().toList();
        channels = InvalidValue.require(channels, "channels").stream().distinct().sorted().toList();
        territories = Territories.checked("territories", Objects.requireNonNullElse(territories, List.of()));
        requireSome("actions", actions);
        requireSome("channels", channels);
        if (endsAt != null && durationDays != null) {
            throw new InvalidValue("durationDays", "ambiguous", "Say endsAt or durationDays, not both.");
        }
        if (durationDays != null && (durationDays < 1 || durationDays > MOST_DAYS)) {
            throw new InvalidValue("durationDays", "out-of-range", "Must be from 1 to %d.".formatted(MOST_DAYS));
        }
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new InvalidValue("endsAt", "out-of-order", "Must be later than startsAt.");
        }
        attribution = attribution == null || attribution.isBlank() ? null : line(attribution.strip());
    }

    private static void requireSome(String field, List<?> values) {
        if (values.isEmpty()) {
            throw new InvalidValue(field, "required", "Name at least one.");
        }
    }

    private static String line(String text) {
        if (text.length() > LONGEST_ATTRIBUTION || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("attribution", "invalid",
                    "May have %d characters at most, and no control characters.".formatted(LONGEST_ATTRIBUTION));
        }
        return text;
    }

    /** Returns when what is granted at that moment begins; what was granted late begins late. */
    public Instant start(Instant grantedAt) {
        return startsAt == null || startsAt.isBefore(grantedAt) ? grantedAt : startsAt;
    }

    /** Returns when what is granted at that moment ends; null: when it is revoked. */
    public @Nullable Instant end(Instant grantedAt) {
        return durationDays == null ? endsAt : start(grantedAt).plus(Duration.ofDays(durationDays));
    }
}
