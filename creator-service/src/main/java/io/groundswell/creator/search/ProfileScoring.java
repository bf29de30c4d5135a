package io.groundswell.creator.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.scoring.CreatorFeatures;
import io.groundswell.creator.scoring.FitFeature;
import io.groundswell.creator.scoring.FitProfile;
import io.groundswell.creator.scoring.FitScorer;
import io.groundswell.creator.search.index.Dimension;
import io.groundswell.creator.search.index.Scoring;

/**
 * Scores by one version of a customer profile, computed as {@code POST /v1/scores} computes them, from what the index knows.
 * Keywords are found as the index finds words, which is at times more than what a score finds; what a score shows is therefore
 * the score's own.
 */
final class ProfileScoring implements Scoring {
    private final String name;
    private final Map<Dimension, List<String>> values;
    private final List<String> phrases;
    private final FitScorer scorer;

    ProfileScoring(FitProfile profile) {
        this.name = profile.id() + " " + profile.version() + " " + profile.model().version();
        this.values = Map.of(Dimension.TOPIC, profile.criteria().values(FitFeature.TOPICS),
                Dimension.LANGUAGE, profile.criteria().values(FitFeature.LANGUAGES),
                Dimension.COUNTRY, profile.criteria().values(FitFeature.COUNTRIES),
                Dimension.TIER, profile.criteria().values(FitFeature.TIERS),
                Dimension.NETWORK, profile.criteria().values(FitFeature.NETWORKS));
        this.phrases = profile.criteria().values(FitFeature.KEYWORDS);
        this.scorer = profile.compile();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<Dimension, List<String>> values() {
        return values;
    }

    @Override
    public List<String> phrases() {
        return phrases;
    }

    /** A score is a judgement on a person, who may have said no to that. */
    @Override
    public Map<Dimension, Set<String>> without() {
        return Map.of(Dimension.STAGE, Set.of(Stage.OPTED_OUT.name(), Stage.ERASED.name()));
    }

    @Override
    public long score(long[] present, long words, long engagement) {
        return scorer.score(new CreatorFeatures(present[Dimension.TOPIC.place()], present[Dimension.LANGUAGE.place()],
                present[Dimension.COUNTRY.place()], present[Dimension.TIER.place()], present[Dimension.NETWORK.place()],
                engagement, words));
    }
}
