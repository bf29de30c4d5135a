package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What one feature adds to a score, and why. */
@Schema(name = "ScoreFeature")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeatureScore(
        FitFeature feature,
        @Schema(description = "False when nothing is known that could speak for it; it then counts as 0") boolean known,
        @Schema(description = "How many of the wanted values the creator has, or the engagement rate; absent when not known", examples = "1") @Nullable BigDecimal raw,
        @Schema(description = "The raw value that counts in full", examples = "2") BigDecimal full,
        @Schema(description = "How much of the best is reached, 0 to 1: the least of 1 and raw ÷ full", examples = "0.5") BigDecimal normalised,
        @Schema(description = "The most points that it can give; all together give 100", examples = "35") BigDecimal weight,
        @Schema(description = "The points that it gives: weight × normalised. All together are the score, exactly", examples = "17.5") BigDecimal contribution,
        @Schema(description = "The wanted values that the creator has") List<String> matched,
        @Schema(description = "In a sentence", examples = "1 of 3 wanted topics found: food.coffee. 2 give full points.") String explanation) {

    public FeatureScore {
        raw = Micros.readAny("raw", raw);
        full = InvalidValue.require(Micros.readAny("full", full), "full");
        normalised = InvalidValue.require(Micros.readAny("normalised", normalised), "normalised");
        weight = InvalidValue.require(Micros.readAny("weight", weight), "weight");
        contribution = InvalidValue.require(Micros.readAny("contribution", contribution), "contribution");
    }
}
