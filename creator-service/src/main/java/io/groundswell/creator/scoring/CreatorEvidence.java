package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Texts;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is known of one creator at one time, as far as a score needs it. Absent is what is not known; an empty list is known
 * to be empty. Together with a profile it is all that a score rests on.
 */
@Schema(name = "ScoreInputs", description = "What the score rests on. Absent is what is not known; an empty list is known to be empty")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreatorEvidence(
        @Schema(required = true) UUID creatorId,
        @Schema(required = true, description = "When the score was computed") Instant at,
        @Schema(description = "Topics that bios and hashtags show more likely than not, parents included") @Nullable List<String> topics,
        @Schema(description = "Of the accounts, as told or else as their bios show") @Nullable List<String> languages,
        @Schema(description = "Of the accounts") @Nullable List<String> countries,
        @Schema(description = "By the largest account") @Nullable Tier tier,
        @Schema(description = "The scheme by which the tier was decided") @Nullable String tierScheme,
        @Schema(required = true, description = "Where the creator has an account") List<Network> networks,
        @Schema(description = "Of the largest account that has one, after shrinkage", examples = "0.0345") @Nullable BigDecimal engagementRate,
        @Schema(description = "Those of the profile's keywords that names, handles, bios or hashtags have") @Nullable List<String> keywords) {

    /** More than any creator has; keeps what a client sends to be verified within bounds. */
    private static final int MAX_VALUES = 1000;
    /** A rate may be above 1: a post can reach many more than follow. */
    private static final int MAX_RATE = 1000;

    public CreatorEvidence {
        creatorId = InvalidValue.require(creatorId, "creatorId");
        at = InvalidValue.require(at, "at").truncatedTo(ChronoUnit.MICROS);
        topics = each("topics", topics, FitCriteria::topic);
        languages = each("languages", languages, FitCriteria::language);
        countries = each("countries", countries, FitCriteria::country);
        tierScheme = Texts.line("tierScheme", tierScheme, 100);
        networks = FitCriteria.sorted("networks", InvalidValue.require(networks, "networks"), MAX_VALUES,
                UnaryOperator.identity());
        engagementRate = Micros.read("engagementRate", engagementRate, 0, MAX_RATE);
        keywords = each("keywords", keywords, FitCriteria::keyword);
    }

    /** Returns an engagement rate as evidence keeps it: to six places, and no higher than any that means something. */
    static BigDecimal rate(BigDecimal measured) {
        return Micros.rounded(measured.min(BigDecimal.valueOf(MAX_RATE)));
    }

    /** Tells whether anything is known that could speak for the feature. */
    boolean knows(FitFeature feature) {
        return feature == FitFeature.ENGAGEMENT ? engagementRate != null : values(feature) != null;
    }

    /** Returns what is known of a feature that is counted; null when nothing is. */
    @Nullable
    List<String> values(FitFeature feature) {
        return switch (feature) {
            case TOPICS -> topics;
            case LANGUAGES -> languages;
            case COUNTRIES -> countries;
            case TIERS -> tier == null ? null : List.of(tier.name());
            case NETWORKS -> FitCriteria.names(networks);
            case ENGAGEMENT -> null;
            case KEYWORDS -> keywords;
        };
    }

    private static @Nullable List<String> each(String field, @Nullable List<String> values, UnaryOperator<String> check) {
        return values == null ? null : FitCriteria.sorted(field, values, MAX_VALUES, check);
    }
}
