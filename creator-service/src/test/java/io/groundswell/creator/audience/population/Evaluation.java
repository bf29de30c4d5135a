package io.groundswell.creator.audience.population;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.groundswell.creator.audience.AccountFigures;
import io.groundswell.creator.audience.AudienceModel;
import io.groundswell.creator.audience.AudienceQuality;

/**
 * How well a model judges a population whose truth is known.
 *
 * @param size number of accounts
 * @param judged share of them that the model gave a probability
 * @param auc probability that an organic account is judged better than one that is not (area under the ROC curve), of those judged
 * @param brier mean squared difference of probability and truth; 0.25 is what "one half" for everybody gives
 * @param calibrationError mean absolute difference of probability and frequency over ten bins of probability, by their size (ECE)
 */
public record Evaluation(int size, double judged, double auc, double brier, double calibrationError) {
    private static final int BINS = 10;

    /** Judges every account of the population by the model. */
    public static Evaluation of(AudienceModel model, List<Subject> population) {
        return of(population, figures -> model.assess(figures.measure(Population.NOW)));
    }

    private static Evaluation of(List<Subject> population, Function<AccountFigures, AudienceQuality> judge) {
        List<Judgement> judgements = new ArrayList<>();
        for (Subject subject : population) {
            switch (judge.apply(subject.figures())) {
                case AudienceQuality.Estimated estimated ->
                    judgements.add(new Judgement(estimated.probability().doubleValue(), subject.organic()));
                case AudienceQuality.NotEnoughData _ -> {
                    // Left out of all figures but the share that was judged.
                }
            }
        }
        return new Evaluation(population.size(), (double) judgements.size() / population.size(), auc(judgements),
                judgements.stream().mapToDouble(Judgement::squaredError).average().orElse(Double.NaN),
                calibrationError(judgements));
    }

    /** By the ranks of the organic ones (Mann-Whitney); equal probabilities share their ranks. */
    private static double auc(List<Judgement> judgements) {
        List<Judgement> sorted = judgements.stream().sorted(Comparator.comparingDouble(Judgement::probability)).toList();
        double ranks = 0;
        long organic = 0;
        for (int from = 0; from < sorted.size();) {
            int to = from;
            while (to < sorted.size() && sorted.get(to).probability() == sorted.get(from).probability()) {
                to++;
            }
            long among = sorted.subList(from, to).stream().filter(Judgement::organic).count();
            ranks += among * (from + 1 + to) / 2.0;
            organic += among;
            from = to;
        }
        long others = sorted.size() - organic;
        return (ranks - organic * (organic + 1) / 2.0) / ((double) organic * others);
    }

    private static double calibrationError(List<Judgement> judgements) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            List<Judgement> inBin = judgements.stream()
                    .filter(judgement -> Math.min(BINS - 1, (int) (judgement.probability() * BINS)) == number).toList();
            double difference = inBin.stream().mapToDouble(judgement -> judgement.probability() - judgement.truth()).sum();
            error += Math.abs(difference) / judgements.size();
        }
        return error;
    }

    private record Judgement(double probability, boolean organic) {
        double truth() {
            return organic ? 1 : 0;
        }

        double squaredError() {
            return (probability - truth()) * (probability - truth());
        }
    }
}
