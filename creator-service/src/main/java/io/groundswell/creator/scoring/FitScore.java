package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/**
 * How well one creator fits one version of a profile, with all that is needed to compute it again.
 *
 * @param score the sum of the contributions, exactly
 * @param open the points that rest on what is not known
 * @param features those of which something is wanted, in their fixed order
 * @param moves what would move the score most, largest gain first
 */
@Schema(name = "FitScore")
public record FitScore(
        @Schema(required = true, description = "0 to 100: the sum of the contributions, exactly", examples = "62.5") BigDecimal score,
        @Schema(required = true, description = "Points that cannot be given because too little is known; the score may rise by so many at most as it becomes known", examples = "20") BigDecimal open,
        @Schema(required = true, description = "Those of which something is wanted") List<FeatureScore> features,
        @Schema(required = true, description = "What would move the score most, largest gain first") List<ScoreMove> moves,
        @Schema(required = true) FitProfile profile,
        @Schema(required = true) CreatorEvidence inputs,
        @Schema(required = true) ScoreDigests digests) {

    public FitScore {
        score = InvalidValue.require(Micros.readAny("score", score), "score");
        open = InvalidValue.require(Micros.readAny("open", open), "open");
        features = List.copyOf(present("features", features));
        moves = List.copyOf(present("moves", moves));
        InvalidValue.require(profile, "profile");
        InvalidValue.require(inputs, "inputs");
        InvalidValue.require(digests, "digests");
    }

    /** Computes the score from the profile and what is known of the creator, and from nothing else. */
    public static FitScore of(FitProfile profile, CreatorEvidence inputs) {
        return new PreparedProfile(profile).explain(inputs);
    }

    private static <T> List<T> present(String field, List<T> values) {
        for (int i = 0; i < InvalidValue.require(values, field).size(); i++) {
            InvalidValue.require(values.get(i), field + "." + i);
        }
        return values;
    }
}
