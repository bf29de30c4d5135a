package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A profile made ready to score creators by what is known of them: what is the same for all of them is made once. */
public final class PreparedProfile {
    private final FitProfile profile;
    private final FitScorer scorer;
    private final List<FitFeature> wanted;
    private final String digest;
    private final String modelDigest;

    public PreparedProfile(FitProfile profile) {
        this.profile = profile;
        this.scorer = profile.compile();
        this.wanted = Arrays.stream(FitFeature.values()).filter(profile.criteria()::wants).toList();
        this.digest = CanonicalJson.digest(profile);
        this.modelDigest = CanonicalJson.digest(profile.model());
    }

    /** Returns the score with the points that each wanted feature gives. */
    public FitPoints points(CreatorEvidence inputs) {
        CreatorFeatures features = CreatorFeatures.of(profile.criteria(), inputs);
        return new FitPoints(Micros.decimal(scorer.score(features)), Micros.decimal(open(inputs)),
                wanted.stream()
                        .map(feature -> new FeaturePoints(feature, Micros.decimal(scorer.contribution(feature, features))))
                        .toList());
    }

    /** Returns the score with every point explained, and with all that is needed to compute it again. */
    public FitScore explain(CreatorEvidence inputs) {
        CreatorFeatures features = CreatorFeatures.of(profile.criteria(), inputs);
        ScoreWords words = new ScoreWords(profile.criteria(), inputs, features, scorer);
        return new FitScore(Micros.decimal(scorer.score(features)), Micros.decimal(open(inputs)),
                wanted.stream().map(feature -> shown(feature, inputs, features, words)).toList(), moves(features, words),
                profile, inputs, new ScoreDigests(CanonicalJson.digest(inputs), digest, modelDigest));
    }

    /** Returns the points that rest on what is not known. */
    private long open(CreatorEvidence inputs) {
        return wanted.stream().filter(feature -> !inputs.knows(feature)).mapToLong(scorer::weight).sum();
    }

    private FeatureScore shown(FitFeature feature, CreatorEvidence inputs, CreatorFeatures features, ScoreWords words) {
        boolean known = inputs.knows(feature);
        boolean counted = feature != FitFeature.ENGAGEMENT;
        return new FeatureScore(feature, known, known ? raw(counted, features.raw(feature)) : null,
                raw(counted, scorer.full(feature)), Micros.decimal(scorer.normalised(feature, features)),
                Micros.decimal(scorer.weight(feature)), Micros.decimal(scorer.contribution(feature, features)),
                words.matched(feature), words.explanation(feature));
    }

    /** Largest gain first; of equal ones the feature that comes first, so that the order is the same each time. */
    private List<ScoreMove> moves(CreatorFeatures features, ScoreWords words) {
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
}
