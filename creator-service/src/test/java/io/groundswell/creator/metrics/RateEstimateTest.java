package io.groundswell.creator.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.tier.Tier;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RateEstimateTest {
    private static final double ROUNDING = 1e-12;
    private static final double MEDIAN_RATE = 0.03;
    private static final double BETWEEN = 0.7;
    private static final double WITHIN = 0.8;
    private static final EngagementPrior PRIOR = new EngagementPrior(Network.INSTAGRAM, Tier.NANO, Method.BY_FOLLOWERS,
            new BigDecimal("0.03"), new BigDecimal("0.7"), new BigDecimal("0.8"));

    @Test
    void theIntervalOfALargeMedianReachesFromPostToPost() {
        // Given
        double[] rates = {0.10, 0.01, 0.09, 0.02, 0.08, 0.03, 0.07, 0.04, 0.06, 0.05};

        // When
        RateEstimate estimate = RateEstimate.ofSample(rates, Aggregator.MEDIAN);

        // Then
        assertEquals(new RateEstimate(0.055, 0.055, 0.02, 0.09, null), estimate);
    }

    @Test
    void theIntervalOfALargeMeanIsStudentsOnTheLogarithm() {
        // Given
        double[] rates = {0.02, 0.04, 0.02, 0.04, 0.02, 0.04, 0.02, 0.04, 0.02, 0.04};

        // When
        RateEstimate estimate = RateEstimate.ofSample(rates, Aggregator.MEAN);

        // Then: s = 0.010541, s / √10 / 0.03 = 0.111111, t(9) = 2.262157
        assertEquals(0.03, estimate.rate(), ROUNDING);
        assertEquals(0.03 * Math.exp(-2.262157 / 9), estimate.lower(), 1e-7);
        assertEquals(0.03 * Math.exp(2.262157 / 9), estimate.upper(), 1e-7);
    }

    @Test
    void noReactionAtAllIsARateThatIsSmallAndNotZero() {
        // When
        RateEstimate estimate = RateEstimate.shrunk(0, 3, 500, Aggregator.MEDIAN, PRIOR);

        // Then
        assertTrue(estimate.rate() > 0 && estimate.rate() < MEDIAN_RATE, estimate::toString);
        assertTrue(estimate.lower() > 0, estimate::toString);
    }

    @Property(tries = 300)
    void aShrunkRateLiesBetweenWhatWasSeenAndWhatIsUsual(@ForAll @DoubleRange(min = 0, max = 2) double raw,
            @ForAll @IntRange(min = 1, max = 100) int posts, @ForAll @DoubleRange(min = 1, max = 1e9) double audience,
            @ForAll Aggregator aggregator) {
        // When
        RateEstimate estimate = RateEstimate.shrunk(raw, posts, audience, aggregator, PRIOR);

        // Then
        double usual = PRIOR.centre(aggregator);
        assertTrue(estimate.rate() >= Math.min(raw, usual) * (1 - ROUNDING), estimate::toString);
        assertTrue(estimate.rate() <= Math.max(raw, usual) * (1 + ROUNDING), estimate::toString);
    }

    @Property(tries = 300)
    void anIntervalHoldsItsRate(@ForAll @DoubleRange(min = 0, max = 2) double raw,
            @ForAll @IntRange(min = 1, max = 100) int posts, @ForAll @DoubleRange(min = 1, max = 1e9) double audience,
            @ForAll Aggregator aggregator) {
        // When
        RateEstimate estimate = RateEstimate.shrunk(raw, posts, audience, aggregator, PRIOR);

        // Then
        assertTrue(0 < estimate.lower() && estimate.lower() < estimate.rate() && estimate.rate() < estimate.upper(),
                estimate::toString);
    }

    @Property(tries = 300)
    void morePostsLeaveTheRateCloserToWhatWasSeenAndSurer(@ForAll @DoubleRange(min = 0.01, max = 1) double raw,
            @ForAll @IntRange(min = 1, max = 100) int posts, @ForAll @DoubleRange(min = 10, max = 1e6) double audience,
            @ForAll Aggregator aggregator) {
        // Given
        RateEstimate few = RateEstimate.shrunk(raw, posts, audience, aggregator, PRIOR);

        // When
        RateEstimate more = RateEstimate.shrunk(raw, posts + 1, audience, aggregator, PRIOR);

        // Then
        assertTrue(distance(more) <= distance(few) + ROUNDING, () -> few + " " + more);
        assertTrue(more.upper() / more.lower() < few.upper() / few.lower(), () -> few + " " + more);
    }

    @Property(tries = 300)
    void aLargerAudienceLeavesTheRateCloserToWhatWasSeenAndSurer(@ForAll @DoubleRange(min = 0.01, max = 1) double raw,
            @ForAll @IntRange(min = 1, max = 9) int posts, @ForAll @DoubleRange(min = 10, max = 1e6) double audience,
            @ForAll Aggregator aggregator) {
        // Given
        RateEstimate small = RateEstimate.shrunk(raw, posts, audience, aggregator, PRIOR);

        // When
        RateEstimate large = RateEstimate.shrunk(raw, posts, audience * 2, aggregator, PRIOR);

        // Then
        assertTrue(distance(large) <= distance(small) + ROUNDING, () -> small + " " + large);
        assertTrue(large.upper() / large.lower() < small.upper() / small.lower(), () -> small + " " + large);
    }

    @Property(tries = 300)
    void aLargeSamplesIntervalHoldsItsRate(@ForAll long seed, @ForAll @IntRange(min = 6, max = 200) int posts,
            @ForAll Aggregator aggregator) {
        // Given
        double[] rates = ratesOf(new Random(seed), Math.log(MEDIAN_RATE), posts, 1_000_000);

        // When
        RateEstimate estimate = RateEstimate.ofSample(rates, aggregator);

        // Then
        assertTrue(estimate.lower() <= estimate.rate() && estimate.rate() <= estimate.upper(), estimate::toString);
    }

    /** Creators are drawn from the prior, posts from creators, whole reactions from posts. */
    @ParameterizedTest
    @CsvSource({"MEDIAN,1,100", "MEDIAN,3,300", "MEDIAN,4,1500", "MEDIAN,9,50000", "MEDIAN,20,300", "MEAN,1,300", "MEAN,3,100",
            "MEAN,5,1500", "MEAN,9,50000", "MEAN,20,300"})
    void theIntervalOfASmallSampleHoldsTheTruthAsOftenAsItSays(Aggregator aggregator, int posts, int followers) {
        // Given
        Random random = new Random(20260504);
        int creators = 4000;

        // When
        long held = IntStream.range(0, creators).filter(_ -> {
            double truth = Math.log(MEDIAN_RATE) + BETWEEN * random.nextGaussian();
            double[] rates = ratesOf(random, truth, posts, followers);
            RateEstimate estimate = RateEstimate.shrunk(RateEstimate.aggregate(rates, aggregator), posts, followers,
                    aggregator, PRIOR);
            return holds(estimate, truth, aggregator);
        }).count();

        // Then: two per cent are five standard deviations of the draw
        assertEquals(RateEstimate.LEVEL, (double) held / creators, 0.02);
    }

    @ParameterizedTest
    @CsvSource({"MEDIAN,10,0.95,0.99", "MEDIAN,25,0.94,0.98", "MEAN,10,0.90,0.96", "MEAN,40,0.92,0.96"})
    void theIntervalOfALargeSampleHoldsTheTruthAboutAsOftenAsItSays(Aggregator aggregator, int posts, double least,
            double most) {
        // Given
        Random random = new Random(20260504);
        double truth = Math.log(MEDIAN_RATE);
        int creators = 4000;

        // When
        long held = IntStream.range(0, creators)
                .filter(_ -> holds(RateEstimate.ofSample(ratesOf(random, truth, posts, 20_000), aggregator), truth, aggregator))
                .count();

        // Then
        double share = (double) held / creators;
        assertTrue(share >= least && share <= most, () -> "held " + share);
    }

    private static boolean holds(RateEstimate estimate, double logOfMedian, Aggregator aggregator) {
        double truth = Math.exp(aggregator == Aggregator.MEDIAN ? logOfMedian : logOfMedian + WITHIN * WITHIN / 2);
        return estimate.lower() <= truth && truth <= estimate.upper();
    }

    private static double[] ratesOf(Random random, double logOfMedian, int posts, int followers) {
        return IntStream.range(0, posts)
                .mapToDouble(_ -> poisson(random, followers * Math.exp(logOfMedian + WITHIN * random.nextGaussian()))
                        / (double) followers)
                .toArray();
    }

    /** Counts arrivals of a process for small means; above, the normal distribution is as good. */
    private static long poisson(Random random, double mean) {
        if (mean > 50) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        long count = -1;
        double product = 1;
        while (product > Math.exp(-mean)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static double distance(RateEstimate estimate) {
        return Math.abs(Math.log(estimate.rate() / estimate.raw()));
    }
}
