package io.groundswell.creator.audience;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import io.groundswell.creator.audience.AudienceQuality.Estimated;
import io.groundswell.creator.audience.AudienceQuality.NotEnoughData;

/**
 * How signals become a probability: the logistic function of a prior and the weight of each signal that could be measured. The
 * weights are chosen so that they may be added although signals depend on each other a little.
 *
 * @param id stable name, such as {@code signals-2026}
 * @param priorThousandths log-odds of an account of which nothing is known, in thousandths
 * @param leastCoverage least part of all evidence that must be known for an estimate, 0 to 1
 * @param curves one for each signal
 */
public record AudienceModel(String id, LocalDate validFrom, String source, long priorThousandths, BigDecimal leastCoverage,
        Map<Signal, WeightCurve> curves) {
    private static final int PROBABILITY_DIGITS = 3;
    private static final int COVERAGE_DIGITS = 2;
    private static final int WEIGHT_DIGITS = 3;
    private static final double THOUSAND = 1000;

    public AudienceModel {
        EnumMap<Signal, WeightCurve> copy = new EnumMap<>(Signal.class);
        copy.putAll(curves);
        if (copy.size() != Signal.values().length) {
            throw new IllegalArgumentException("Model " + id + " must have weights for every signal");
        }
        curves = copy;
    }

    /** Judges an account by what could be measured of it. */
    public AudienceQuality assess(AudienceSignals signals) {
        List<Evidence> evidence = new ArrayList<>();
        List<Signal> missing = new ArrayList<>();
        long known = 0;
        long all = 0;
        long logOdds = priorThousandths;
        for (Map.Entry<Signal, WeightCurve> entry : curves.entrySet()) {
            WeightCurve curve = entry.getValue();
            all += curve.span();
            OptionalDouble value = signals.of(entry.getKey());
            if (value.isPresent()) {
                long weight = curve.thousandthsAt(value.getAsDouble());
                known += curve.span();
                logOdds += weight;
                evidence.add(new Evidence(entry.getKey(), value.getAsDouble(), weightOf(weight)));
            } else {
                missing.add(entry.getKey());
            }
        }
        BigDecimal coverage = all == 0
                ? BigDecimal.ZERO.setScale(COVERAGE_DIGITS)
                : BigDecimal.valueOf(known).divide(BigDecimal.valueOf(all), COVERAGE_DIGITS, RoundingMode.DOWN);
        if (coverage.compareTo(leastCoverage) < 0) {
            return new NotEnoughData(coverage, missing);
        }
        evidence.sort(Comparator.comparing((Evidence one) -> one.weight().abs()).reversed()
                .thenComparing(Evidence::signal));
        return new Estimated(probability(logOdds), weightOf(priorThousandths), weightOf(logOdds), coverage, evidence, missing);
    }

    private static BigDecimal probability(long logOdds) {
        double probability = 1 / (1 + Math.exp(-logOdds / THOUSAND));
        return BigDecimal.valueOf(probability).setScale(PROBABILITY_DIGITS, RoundingMode.HALF_UP);
    }

    static BigDecimal weightOf(long thousandths) {
        return BigDecimal.valueOf(thousandths, WEIGHT_DIGITS);
    }
}
