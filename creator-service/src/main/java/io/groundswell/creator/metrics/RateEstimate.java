package io.groundswell.creator.metrics;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * An engagement rate with how sure it is. All rates are fractions: 0.03 is three reactions per hundred.
 *
 * @param raw what the sample says by itself
 * @param rate the best guess: {@code raw}, or what is left of it when the sample is small
 * @param lower lower end of the interval that holds the creator's rate with 95 % probability
 * @param upper its upper end
 * @param sampleWeight how far the rate was left at {@code raw}: 1 entirely, 0 not at all; null: it was not shrunk
 */
record RateEstimate(double raw, double rate, double lower, double upper, @Nullable Double sampleWeight) {
    static final double LEVEL = 0.95;
    private static final double TAIL = (1 - LEVEL) / 2;
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);
    /** Anscombe's correction: half a reaction more, so that a count of zero has a logarithm. */
    private static final double HALF = 0.5;
    /** Variance of the median of many normal values, in units of the variance of their mean: π/2. */
    private static final double MEDIAN_PENALTY = Math.PI / 2;
    /** Variance that rounding to whole numbers adds (Sheppard). */
    private static final double ROUNDING = 1 / 12.0;

    /**
     * Estimates from a sample that is large enough to speak for itself.
     *
     * <p>The interval of the median is that between two order statistics, which supposes nothing of the distribution: with
     * {@code k} the largest number for which {@code P(Binomial(n, ½) < k) ≤ 2.5 %}, it reaches from the {@code k}-th smallest to
     * the {@code k}-th largest rate (David and Nagaraja, Order Statistics, 3rd ed., 2003, section 7.1). It holds at least 95 %.
     * The interval of the mean is Student's, on the logarithm, because rates are skewed and never below zero:
     * {@code mean · exp(± t · s / (mean · √n))}, with {@code n - 1} degrees of freedom.
     *
     * @param rates of at least six posts, with a median and a mean above 0
     */
    static RateEstimate ofSample(double[] rates, Aggregator aggregator) {
        return switch (aggregator) {
            case MEDIAN -> ofMedian(rates);
            case MEAN -> ofMean(rates);
        };
    }

    private static RateEstimate ofMedian(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        int k = rank(sorted.length);
        double raw = median(rates);
        return new RateEstimate(raw, raw, sorted[k - 1], sorted[sorted.length - k], null);
    }

    private static RateEstimate ofMean(double[] rates) {
        int n = rates.length;
        double raw = aggregate(rates, Aggregator.MEAN);
        double squares = Arrays.stream(rates).map(rate -> square(rate - raw)).sum();
        double error = Math.sqrt(squares / (n - 1) / n) / raw;
        double reach = Math.exp(TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL) * error);
        return new RateEstimate(raw, raw, raw / reach, raw * reach, null);
    }

    /** Returns the place from either end of the order statistics that hold the median. */
    private static int rank(int n) {
        var heads = BinomialDistribution.of(n, 0.5);
        int k = 1;
        while (heads.cumulativeProbability(k) <= TAIL) {
            k++;
        }
        return k;
    }

    /**
     * Estimates from a small sample: empirical Bayes with a normal prior on the logarithm of the rate (Efron and Morris, Data
     * Analysis Using Stein's Estimator and its Generalizations, JASA 70, 1975; the log-normal case is theirs after taking
     * logarithms).
     *
     * <pre>
     * M  the prior's centre: its median, for MEAN times exp(σ²/2)
     * σ  standard deviation of the logarithm within a creator, τ between creators, both the prior's
     * c  posts whose reactions the raw rate is a whole number of: 1 for MEDIAN, n for MEAN
     * x  (raw · c · audience + ½) / (c · audience + ½ / M)         the rate with half a reaction more, at the prior's rate
     * v  its variance on the logarithm
     *    MEDIAN  (σ² + 1 / (x · audience)) · (π/2) / (n + π/2 − 1) + 1 / (12 · (x · audience)²)
     *    MEAN    ln(1 + (exp(σ²) − 1) / n + 1 / (x · audience · n))
     * w  τ² / (τ² + v)                                              the sample's weight
     * rate      exp(w · ln x + (1 − w) · ln M)
     * interval  rate · exp(± 1.96 · √(w · v))
     * </pre>
     *
     * Posts differ by σ² and, because reactions are counted, by Poisson's variance of a logarithm, one over the expected count:
     * that is why 200 followers say less than 20,000. The variance of a median is exact for one post and for many. That of a
     * mean of log-normal values is Fenton's (IRE Transactions on Communications Systems 8, 1960).
     *
     * @param raw median or mean of the posts' rates
     * @param posts how many, at least 1
     * @param audience of the typical post, at least 1
     */
    static RateEstimate shrunk(double raw, long posts, double audience, Aggregator aggregator, EngagementPrior prior) {
        double centre = prior.centre(aggregator);
        double between = square(prior.betweenCreators().doubleValue());
        double within = square(prior.withinCreator().doubleValue());
        double counted = aggregator == Aggregator.MEDIAN ? audience : posts * audience;
        double x = (raw * counted + HALF) / (counted + HALF / centre);
        double expected = x * audience;
        double variance = switch (aggregator) {
            case MEDIAN -> (within + 1 / expected) * MEDIAN_PENALTY / (posts + MEDIAN_PENALTY - 1)
                    + ROUNDING / square(expected);
            case MEAN -> Math.log1p(Math.expm1(within) / posts + 1 / (expected * posts));
        };
        double weight = between / (between + variance);
        double rate = Math.exp(weight * Math.log(x) + (1 - weight) * Math.log(centre));
        double reach = Math.exp(Z * Math.sqrt(weight * variance));
        return new RateEstimate(raw, rate, rate / reach, rate * reach, weight);
    }

    /** Returns the median or the mean of at least one rate. */
    static double aggregate(double[] rates, Aggregator aggregator) {
        return switch (aggregator) {
            case MEDIAN -> median(rates);
            case MEAN -> Arrays.stream(rates).sum() / rates.length;
        };
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double square(double x) {
        return x * x;
    }
}
