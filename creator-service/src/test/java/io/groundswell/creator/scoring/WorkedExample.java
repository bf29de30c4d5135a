package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.tier.Tier;

/** The example that docs/fit-score.md computes by hand. */
final class WorkedExample {
    static final ScoreModel MODEL = new ScoreModel("fit-2026-1", LocalDate.of(2026, 1, 1),
            "Groundswell starting values, 2026: a judgement, not a measurement; to be replaced by weights of your own",
            ScoreModel.FORMULA,
            List.of(feature(FitFeature.TOPICS, 30, 2), feature(FitFeature.LANGUAGES, 15, 1),
                    feature(FitFeature.COUNTRIES, 10, 1), feature(FitFeature.TIERS, 10, 1),
                    feature(FitFeature.NETWORKS, 10, 1), feature(FitFeature.ENGAGEMENT, 20, 2),
                    feature(FitFeature.KEYWORDS, 5, 2)));

    static final FitProfile PROFILE = new FitProfile(UUID.fromString("01a20850-0000-7000-8000-000000000401"), 0,
            "Filter coffee, Low Countries",
            new FitCriteria(List.of("coffee", "baking", "tea"), List.of("nl", "en"), List.of(), List.of(Tier.NANO, Tier.MICRO),
                    List.of(Network.INSTAGRAM), new BigDecimal("0.02"), List.of("latte art", "barista")),
            FitWeights.OF_MODEL, MODEL);

    static final CreatorEvidence EVIDENCE = new CreatorEvidence(UUID.fromString("01a20850-0000-7000-8000-000000000101"),
            Instant.parse("2026-05-04T12:00:00Z"), List.of("coffee", "food-drink"), List.of("nl-NL"), null, Tier.NANO,
            "standard-2021", List.of(Network.INSTAGRAM), new BigDecimal("0.0345"), List.of());

    static final FitScore SCORE = FitScore.of(PROFILE, EVIDENCE);

    private WorkedExample() {}

    private static ModelFeature feature(FitFeature feature, int weight, int fullAt) {
        return new ModelFeature(feature, BigDecimal.valueOf(weight), BigDecimal.valueOf(fullAt));
    }
}
