package io.groundswell.creator.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.Provenance;
import io.groundswell.creator.tier.Tier;

/** A prior that somebody adds. */
public record EngagementPriorDraft(
        @Schema(required = true) Network network,
        @Schema(required = true) Tier tier,
        @Schema(required = true) Method method,
        @Schema(required = true, description = "Rate that half of the creators exceed, as a fraction", examples = "0.03") BigDecimal medianRate,
        @Schema(required = true, description = "Standard deviation of the natural logarithm of creators' rates", examples = "0.7") BigDecimal betweenCreators,
        @Schema(required = true, description = "Standard deviation of the natural logarithm of the rates of one creator's posts", examples = "0.8") BigDecimal withinCreator,
        @Schema(required = true, description = "First day on which it holds, UTC") LocalDate validFrom,
        @Schema(required = true, description = "Who found it, where and when: 1 to 500 characters") String source) {

    public EngagementPriorDraft {
        source = new Provenance(validFrom, source).source();
        network = new EngagementPrior(network, tier, method, medianRate, betweenCreators, withinCreator).network();
    }

    Provenance provenance() {
        return new Provenance(validFrom, source);
    }

    EngagementPrior value() {
        return new EngagementPrior(network, tier, method, medianRate, betweenCreators, withinCreator);
    }
}
