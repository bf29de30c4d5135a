package io.groundswell.creator.scoring;

import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/**
 * One version of a customer profile with the model it goes by. It never changes.
 *
 * @param weights the profile's own; the model's hold for what is absent
 */
@Schema(name = "FitProfile", description = "One version of a customer profile with the model it goes by. It never changes")
public record FitProfile(
        @Schema(required = true) UUID id,
        @Schema(required = true, minimum = "0") long version,
        @Schema(required = true) String name,
        @Schema(required = true) FitCriteria criteria,
        FitWeights weights,
        @Schema(required = true) ScoreModel model) {

    public FitProfile {
        id = InvalidValue.require(id, "id");
        if (version < 0) {
            throw new InvalidValue("version", "out-of-range", "Must be at least 0.");
        }
        name = CustomerProfileDraft.name(name);
        criteria = InvalidValue.require(criteria, "criteria");
        weights = Objects.requireNonNullElse(weights, FitWeights.OF_MODEL);
        model = InvalidValue.require(model, "model");
        compile(criteria, weights, model);
    }

    /** Returns a version of a profile as it was decided. */
    FitProfile(UUID id, long version, CustomerProfileDraft decided, ScoreModel model) {
        this(id, version, decided.name(), decided.criteria(), decided.weights(), model);
    }

    /** Makes the profile ready to score many creators. */
    public FitScorer compile() {
        return compile(criteria, weights, model);
    }

    private static FitScorer compile(FitCriteria criteria, @Nullable FitWeights weights, ScoreModel model) {
        return new FitScorer(criteria, Objects.requireNonNullElse(weights, FitWeights.OF_MODEL), model);
    }
}
