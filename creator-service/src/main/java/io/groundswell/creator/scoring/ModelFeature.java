package io.groundswell.creator.scoring;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/**
 * What a model says of one feature.
 *
 * @param weight against those of the other features; only their proportions matter
 * @param fullAt when the feature counts in full: so many of the wanted values, or so many times the engagement floor
 */
@Schema(name = "ScoreModelFeature")
public record ModelFeature(
        @Schema(required = true) FitFeature feature,
        @Schema(required = true, description = "Against the other features; only proportions matter", minimum = "0", maximum = "1000") BigDecimal weight,
        @Schema(required = true, description = "When the feature counts in full: at so many of the wanted values, or, of ENGAGEMENT, at so many times the floor. A whole number except of ENGAGEMENT", minimum = "1", maximum = "50") BigDecimal fullAt) {

    /** The largest weight, also of a profile's own. */
    static final int MAX_WEIGHT = 1000;

    private static final int MAX_FULL_AT = 50;

    public ModelFeature {
        feature = InvalidValue.require(feature, "feature");
        weight = InvalidValue.require(Micros.read("weight", weight, 0, MAX_WEIGHT), "weight");
        fullAt = InvalidValue.require(Micros.read("fullAt", fullAt, 1, MAX_FULL_AT), "fullAt");
        if (feature != FitFeature.ENGAGEMENT && fullAt.scale() > 0) {
            throw new InvalidValue("fullAt", "no-whole-number", "Values are counted: fullAt must be a whole number.");
        }
    }
}
