package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences what a score is made of. The same figures give the same sentences, so that they can be verified too. */
final class ScoreWords {
    /** Values that a sentence names. */
    private static final int NAMED = 5;

    private final FitCriteria wanted;
    private final CreatorEvidence known;
    private final CreatorFeatures features;
    private final FitScorer scorer;

    ScoreWords(FitCriteria wanted, CreatorEvidence known, CreatorFeatures features, FitScorer scorer) {
        this.wanted = wanted;
        this.known = known;
        this.features = features;
        this.scorer = scorer;
    }

    /** Returns the wanted values that the creator has. */
    List<String> matched(FitFeature feature) {
        return values(feature, true);
    }

    /** Says what was found of a feature. */
    String explanation(FitFeature feature) {
        if (!known.knows(feature)) {
            return "No %s known, which counts as 0.".formatted(feature.noun());
        }
        if (feature == FitFeature.ENGAGEMENT) {
            return "An engagement rate of %s, where the floor is %s; %s gives full points."
                    .formatted(text(features.raw(feature)), floor(), text(scorer.full(feature)));
        }
        List<String> found = matched(feature);
        return "%d of %d wanted %s found%s. %d %s full points.".formatted(found.size(), wanted.values(feature).size(),
                feature.noun(), found.isEmpty() ? "" : ": " + named(found), scorer.full(feature),
                scorer.full(feature) == 1 ? "gives" : "give");
    }

    /** Says what would bring a feature to its best. */
    String move(FitFeature feature) {
        String gain = text(scorer.weight(feature) - scorer.contribution(feature, features));
        if (!known.knows(feature)) {
            return "Up to %s points more: no %s known yet.".formatted(gain, feature.noun());
        }
        if (feature == FitFeature.ENGAGEMENT) {
            return "%s points more at an engagement rate of %s.".formatted(gain, text(scorer.full(feature)));
        }
        return "%s points more with %d more of the wanted %s: %s.".formatted(gain,
                scorer.full(feature) - features.raw(feature), feature.noun(), named(values(feature, false)));
    }

    private List<String> values(FitFeature feature, boolean has) {
        List<String> values = wanted.values(feature);
        List<String> chosen = new ArrayList<>();
        for (int n = 0; n < values.size(); n++) {
            if (features.has(feature, n) == has) {
                chosen.add(values.get(n));
            }
        }
        return chosen;
    }

    private String floor() {
        BigDecimal floor = wanted.engagementFloor();
        return floor == null ? "0" : floor.toPlainString();
    }

    private static String text(long micros) {
        return Micros.decimal(micros).toPlainString();
    }

    private static String named(List<String> values) {
        String named = String.join(", ", values.subList(0, Math.min(NAMED, values.size())));
        return values.size() > NAMED ? named + " and %d more".formatted(values.size() - NAMED) : named;
    }
}
