package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Points of one feature. */
@Schema(name = "FeaturePoints")
public record FeaturePoints(FitFeature feature, @Schema(examples = "35") BigDecimal points) {

    /** Returns the most points that each feature of which something is wanted can give. */
    static List<FeaturePoints> most(FitProfile profile) {
        FitScorer scorer = profile.compile();
        return Arrays.stream(FitFeature.values()).filter(profile.criteria()::wants)
                .map(feature -> new FeaturePoints(feature, Micros.decimal(scorer.weight(feature)))).toList();
    }
}
