package io.groundswell.creator.scoring;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Weights that a profile sets itself; for an absent one the model's weight holds. */
@Schema(name = "FitWeights", description = "Weights in place of the model's, 0 to 1000; only proportions matter. 0: shown, but worth nothing")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FitWeights(
        @Schema(minimum = "0", maximum = "1000") @Nullable BigDecimal topics,
        @Schema(minimum = "0", maximum = "1000") @Nullable BigDecimal languages,
        @Schema(minimum = "0", maximum = "1000") @Nullable BigDecimal countries,
        @Schema(minimum = "0", maximum = "1000") @Nullable BigDecimal tiers,
        @Schema(minimum = "0", maximum = "1000") @Nullable BigDecimal networks,
        @Schema(minimum = "0", maximum = "1000") @Nullable BigDecimal engagement,
        @Schema(minimum = "0", maximum = "1000") @Nullable BigDecimal keywords) {

    /** All as the model says. */
    public static final FitWeights OF_MODEL = new FitWeights(null, null, null, null, null, null, null);

    public FitWeights {
        topics = weight("topics", topics);
        languages = weight("languages", languages);
        countries = weight("countries", countries);
        tiers = weight("tiers", tiers);
        networks = weight("networks", networks);
        engagement = weight("engagement", engagement);
        keywords = weight("keywords", keywords);
    }

    /** Returns the weight of a feature, or the model's. */
    BigDecimal orElse(ModelFeature ofModel) {
        BigDecimal own = switch (ofModel.feature()) {
            case TOPICS -> topics;
            case LANGUAGES -> languages;
            case COUNTRIES -> countries;
            case TIERS -> tiers;
            case NETWORKS -> networks;
            case ENGAGEMENT -> engagement;
            case KEYWORDS -> keywords;
        };
        return own == null ? ofModel.weight() : own;
    }

    private static @Nullable BigDecimal weight(String field, @Nullable BigDecimal value) {
        return Micros.read(field, value, 0, ModelFeature.MAX_WEIGHT);
    }
}
