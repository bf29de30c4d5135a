package io.groundswell.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToLongFunction;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.scoring.CreatorEvidence;
import io.groundswell.creator.scoring.CreatorFeatures;
import io.groundswell.creator.scoring.FitCriteria;
import io.groundswell.creator.scoring.FitFeature;
import io.groundswell.creator.scoring.FitProfile;
import io.groundswell.creator.scoring.FitScorer;
import io.groundswell.creator.scoring.FitWeights;
import io.groundswell.creator.scoring.ModelFeature;
import io.groundswell.creator.scoring.PreparedProfile;
import io.groundswell.creator.scoring.ScoreModel;
import io.groundswell.creator.tier.Tier;

/**
 * Fit scores on one thread, in this process: numbers alone, as search sorts by them, with their contributions, as a ranking
 * answers, and explained, as the score of one creator is.
 */
final class ScoringScenario {
    private static final int CREATORS = 1_000_000;
    private static final int EXPLAINED = 20_000;
    private static final int ROUNDS = 5;
    private static final double LIMIT = 100_000;
    private static final long SEED = 20_260_504;
    private static final List<String> TOPICS = List.of("baking", "coffee", "tea");
    private static final List<String> LANGUAGES = List.of("en", "nl");
    private static final List<String> COUNTRIES = List.of("BE", "NL");
    private static final List<Tier> TIERS = List.of(Tier.values());
    private static final List<String> KEYWORDS = List.of("barista", "latte art");

    private final Random random = new Random(SEED);
    private final FitProfile profile = profile();

    void run() {
        FitScorer scorer = profile.compile();
        List<CreatorFeatures> features = new ArrayList<>(CREATORS);
        for (int i = 0; i < CREATORS; i++) {
            features.add(new CreatorFeatures(mask(TOPICS), mask(LANGUAGES), mask(COUNTRIES), mask(TIERS),
                    mask(List.of(Network.INSTAGRAM)), random.nextLong(100_000), mask(KEYWORDS)));
        }
        report("fit scores, one thread", perSecond(features, scorer::score));
        List<CreatorEvidence> evidence = new ArrayList<>(EXPLAINED);
        for (int i = 0; i < EXPLAINED; i++) {
            evidence.add(new CreatorEvidence(new UUID(SEED, i), Instant.EPOCH, some(TOPICS), some(LANGUAGES), some(COUNTRIES),
                    TIERS.get(random.nextInt(TIERS.size())), "standard-2021", List.of(Network.INSTAGRAM),
                    BigDecimal.valueOf(random.nextLong(100_000), 6), some(KEYWORDS)));
        }
        var prepared = new PreparedProfile(profile);
        report("ranking: fit scores with contributions as decimals, one thread",
                perSecond(evidence, known -> prepared.points(known).contributions().size()));
        report("explained fit scores with digests, one thread",
                perSecond(evidence, known -> prepared.explain(known).features().size()));
    }

    private static void report(String what, double rate) {
        Bench.row(what, Bench.perSecond(rate, "creators"),
                Bench.perSecond(LIMIT, "creators") + " asked for", Bench.ratio(rate / LIMIT));
    }

    /** The best of some rounds: the first ones run in code that is not compiled yet. */
    private static <T> double perSecond(List<T> all, ToLongFunction<T> work) {
        double best = 0;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (T one : all) {
                sum += work.applyAsLong(one);
            }
            best = Math.max(best, all.size() / ((System.nanoTime() - begin) / 1e9));
        }
        if (sum == 0) {
            throw new IllegalStateException("Nobody has a score, so nothing was measured");
        }
        return best;
    }

    private long mask(List<?> wanted) {
        return random.nextLong(1L << wanted.size());
    }

    private List<String> some(List<String> values) {
        return values.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private static FitProfile profile() {
        List<ModelFeature> features = Arrays.stream(FitFeature.values())
                .map(feature -> new ModelFeature(feature, BigDecimal.TEN, BigDecimal.TWO)).toList();
        var model = new ScoreModel("bench", LocalDate.EPOCH.plusYears(50), "Equal weights, for the benchmark", "additive-1",
                features);
        var criteria = new FitCriteria(TOPICS, LANGUAGES, COUNTRIES, Arrays.asList(Tier.values()), List.of(Network.INSTAGRAM),
                new BigDecimal("0.02"), KEYWORDS);
        return new FitProfile(new UUID(SEED, 0), 0, "Bench", criteria, FitWeights.OF_MODEL, model);
    }
}
