package io.groundswell.creator.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How much each kind of evidence weighs: naive Bayes in log-odds (Good, <cite>Probability and the Weighing of Evidence</cite>,
 * 1950, chapter 6; Fellegi and Sunter, "A Theory for Record Linkage", 1969). The weights are dated rows with their source.
 *
 * @param id stable name, such as {@code starting-2026}
 * @param prior log-odds that two creators who have anything in common are one person, before that is weighed
 * @param leastProbability pairs below are not told
 * @param weights kinds of evidence that are absent are not weighed
 */
record DuplicateModel(String id, double prior, double leastProbability, Map<EvidenceKind, Weight> weights) {
    private static final double PRECISION = 10_000;

    DuplicateModel {
        weights = Map.copyOf(weights);
    }

    /**
     * The weight of one kind of evidence.
     *
     * @param atLeast from where on it is evidence at all: characters of a handle, or similarity of two; 0 without a bound
     */
    record Weight(double value, double atLeast) {}

    /** Returns the probability, rounded to four places: 1 / (1 + e^-(prior + sum of weights)). */
    double probability(List<Evidence> evidence) {
        // from the smallest up, so that the order in which evidence was found makes no difference
        double sum = evidence.stream().map(Evidence::weight).sorted(Comparator.comparing(Math::abs))
                .reduce(prior, Double::sum);
        return Math.round(PRECISION / (1 + Math.exp(-sum))) / PRECISION;
    }
}
