package io.groundswell.creator.audience;

import java.math.BigDecimal;
import java.util.List;

/** What can be said of an account's audience. */
public sealed interface AudienceQuality {

    /**
     * Enough is known.
     *
     * @param probability that most followers are people who chose to follow, 0 to 1 with three decimals
     * @param prior log-odds of an account of which nothing is known
     * @param logOdds prior and all weights together, exactly
     * @param coverage how much of the evidence that could be had is known, 0 to 1
     * @param evidence what speaks for and against it, the weightiest first
     * @param missing what could not be measured
     */
    record Estimated(BigDecimal probability, BigDecimal prior, BigDecimal logOdds, BigDecimal coverage,
            List<Evidence> evidence, List<Signal> missing) implements AudienceQuality {
        public Estimated {
            evidence = List.copyOf(evidence);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Too little is known.
     *
     * @param coverage how much of the evidence that could be had is known, 0 to 1
     * @param missing what could not be measured
     */
    record NotEnoughData(BigDecimal coverage, List<Signal> missing) implements AudienceQuality {
        public NotEnoughData {
            missing = List.copyOf(missing);
        }
    }
}
