package io.groundswell.creator.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.ReferenceRow;
import io.groundswell.creator.tier.Tier;

/** A prior as the API shows it. */
@Schema(name = "EngagementPrior")
public record EngagementPriorView(
        UUID id,
        ReferenceRow.Owner owner,
        Network network,
        Tier tier,
        Method method,
        @Schema(description = "Rate that half of the creators exceed, as a fraction") BigDecimal medianRate,
        @Schema(description = "Standard deviation of the natural logarithm of creators' rates") BigDecimal betweenCreators,
        @Schema(description = "Standard deviation of the natural logarithm of the rates of one creator's posts") BigDecimal withinCreator,
        @Schema(description = "First day on which it holds, UTC") LocalDate validFrom,
        @Schema(description = "Who found it, where and when") String source,
        Instant recordedAt,
        @Schema(description = "Since when it is out of force") @Nullable Instant withdrawnAt) {

    static EngagementPriorView of(ReferenceRow<EngagementPrior> row) {
        EngagementPrior prior = row.value();
        return new EngagementPriorView(row.id(), row.owner(), prior.network(), prior.tier(), prior.method(),
                prior.medianRate(), prior.betweenCreators(), prior.withinCreator(), row.provenance().validFrom(),
                row.provenance().source(), row.recordedAt(), row.withdrawnAt());
    }
}
