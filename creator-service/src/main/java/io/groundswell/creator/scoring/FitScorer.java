package io.groundswell.creator.scoring;

import java.math.BigDecimal;

import io.groundswell.kit.problem.InvalidValue;

/**
 * A profile made ready to score many creators: whole numbers only, no memory allocated for each.
 *
 * <p>With weights that add up to 100 points, the contribution of a feature is {@code weight × min(1, raw ÷ full)}, where raw is
 * the number of wanted values that the creator has, or the engagement rate, and full is what the model says is enough, or
 * all wanted values if these are fewer. Both the quotient and the product are rounded half up to six decimal places. The score
 * is the sum of the contributions.
 */
public final class FitScorer {
    /** The highest score, in millionths of a point. */
    public static final long MAX_SCORE = 100 * Micros.ONE;

    private static final FitFeature[] FEATURES = FitFeature.values();

    /** In millionths of a point; 0 for what is not wanted. */
    private final long[] weights;
    /** Raw value that counts in full; at least 1. */
    private final long[] full;

    /**
     * Prepares a profile's wishes with the weights and the model it goes by.
     *
     * @throws InvalidValue when nothing that is wanted weighs anything
     */
    FitScorer(FitCriteria wanted, FitWeights own, ScoreModel model) {
        this.weights = weights(wanted, own, model);
        this.full = new long[FEATURES.length];
        for (FitFeature feature : FEATURES) {
            full[feature.place()] = full(feature, wanted, model);
        }
    }

    /** Returns the score in millionths of a point, from 0 to {@link #MAX_SCORE}. */
    public long score(CreatorFeatures features) {
        long score = 0;
        for (FitFeature feature : FEATURES) {
            score += contribution(feature, features);
        }
        return score;
    }

    /** Returns the points that a feature gives, in millionths. */
    long contribution(FitFeature feature, CreatorFeatures features) {
        return Micros.share(weight(feature), normalised(feature, features), Micros.ONE);
    }

    /** Returns how much of a feature's best is reached, in millionths. */
    long normalised(FitFeature feature, CreatorFeatures features) {
        long enough = full(feature);
        return Micros.share(Math.min(features.raw(feature), enough), Micros.ONE, enough);
    }

    /** Returns the most points that a feature can give, in millionths. All together make {@link #MAX_SCORE}. */
    long weight(FitFeature feature) {
        return weights[feature.place()];
    }

    /** Returns the raw value that counts in full: a count, or a rate in millionths. */
    long full(FitFeature feature) {
        return full[feature.place()];
    }

    private static long full(FitFeature feature, FitCriteria wanted, ScoreModel model) {
        BigDecimal fullAt = model.of(feature).fullAt();
        if (feature != FitFeature.ENGAGEMENT) {
            return Math.clamp(wanted.values(feature).size(), 1, fullAt.longValueExact());
        }
        BigDecimal floor = wanted.engagementFloor();
        return floor == null ? 1 : Math.max(1, Micros.share(Micros.of(floor), Micros.of(fullAt), Micros.ONE));
    }

    /**
     * Divides 100 points by the largest remainder: each wanted feature gets its proportion rounded down to a millionth, and the
     * millionths that are left go to those that lost most, of equal ones to the first.
     */
    private static long[] weights(FitCriteria wanted, FitWeights own, ScoreModel model) {
        long[] parts = new long[FEATURES.length];
        long total = 0;
        for (FitFeature feature : FEATURES) {
            parts[feature.place()] = wanted.wants(feature) ? Micros.of(own.orElse(model.of(feature))) : 0;
            total += parts[feature.place()];
        }
        if (total == 0) {
            throw new InvalidValue("weights", "no-weight", "Something that is wanted must weigh more than 0.");
        }
        long[] points = new long[FEATURES.length];
        long[] lost = new long[FEATURES.length];
        long left = MAX_SCORE;
        for (int i = 0; i < parts.length; i++) {
            points[i] = MAX_SCORE * parts[i] / total;
            lost[i] = MAX_SCORE * parts[i] % total;
            left -= points[i];
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int i = 1; i < lost.length; i++) {
                most = lost[i] > lost[most] ? i : most;
            }
            points[most]++;
            lost[most] = -1;
        }
        return points;
    }
}
