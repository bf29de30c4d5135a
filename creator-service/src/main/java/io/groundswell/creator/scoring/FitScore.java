package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
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
        FitScorer scorer = profile.compile();
        CreatorFeatures features = CreatorFeatures.of(profile.criteria(), inputs);
        ScoreWords words = new ScoreWords(profile.criteria(), inputs, features, scorer);
        List<FitFeature> wanted = Arrays.stream(FitFeature.values()).filter(profile.criteria()::wants).toList();
        long open = wanted.stream().filter(feature -> !inputs.knows(feature)).mapToLong(scorer::weight).sum();
        return new FitScore(Micros.decimal(scorer.score(features)), Micros.decimal(open),
                wanted.stream().map(feature -> shown(feature, inputs, features, scorer, words)).toList(),
                moves(wanted, features, scorer, words), profile, inputs, ScoreDigests.of(inputs, profile));
    }

    private static FeatureScore shown(FitFeature feature, CreatorEvidence inputs, CreatorFeatures features, FitScorer scorer,
            ScoreWords words) {
        boolean known = inputs.knows(feature);
        boolean counted = feature != FitFeature.ENGAGEMENT;
        return new FeatureScore(feature, known, known ? raw(counted, features.raw(feature)) : null,
                raw(counted, scorer.full(feature)), Micros.decimal(scorer.normalised(feature, features)),
                Micros.decimal(scorer.weight(feature)), Micros.decimal(scorer.contribution(feature, features)),
                words.matched(feature), words.explanation(feature));
    }

    /** Largest gain first; of equal ones the feature that comes first, so that the order is the same each time. */
    private static List<ScoreMove> moves(List<FitFeature> wanted, CreatorFeatures features, FitScorer scorer,
            ScoreWords words) {
        return wanted.stream()
                .filter(feature -> scorer.weight(feature) > scorer.contribution(feature, features))
                .sorted(Comparator.comparing(feature -> scorer.contribution(feature, features) - scorer.weight(feature)))
                .map(feature -> new ScoreMove(feature,
                        Micros.decimal(scorer.weight(feature) - scorer.contribution(feature, features)), words.move(feature)))
                .toList();
    }

    private static BigDecimal raw(boolean counted, long value) {
        return counted ? BigDecimal.valueOf(value) : Micros.decimal(value);
    }

    private static <T> List<T> present(String field, List<T> values) {
        for (int i = 0; i < InvalidValue.require(values, field).size(); i++) {
            InvalidValue.require(values.get(i), field + "." + i);
        }
        return values;
    }
}
