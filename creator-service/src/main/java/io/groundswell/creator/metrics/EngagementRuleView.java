package io.groundswell.creator.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.ReferenceRow;

/** A rule as the API shows it. */
@Schema(name = "EngagementRule")
public record EngagementRuleView(
        UUID id,
        ReferenceRow.Owner owner,
        Network network,
        Method method,
        @Schema(description = "Used when more posts can be measured by it") @Nullable Method fallbackMethod,
        Aggregator aggregator,
        @Schema(description = "Posts published longer ago do not count") int windowDays,
        @Schema(description = "Whether shares count beside likes and comments") boolean countsShares,
        @Schema(description = "Whether saves count beside likes and comments") boolean countsSaves,
        @Schema(description = "Fewer posts are a small sample, which is shrunk to the prior") int enoughPosts,
        @Schema(description = "Accounts with fewer followers are a small sample") long enoughFollowers,
        @Schema(description = "First day on which it holds, UTC") LocalDate validFrom,
        @Schema(description = "Who decided it and why") String source,
        Instant recordedAt,
        @Schema(description = "Since when it is out of force") @Nullable Instant withdrawnAt) {

    static EngagementRuleView of(ReferenceRow<EngagementRule> row) {
        EngagementRule rule = row.value();
        return new EngagementRuleView(row.id(), row.owner(), rule.network(), rule.method(), rule.fallbackMethod(),
                rule.aggregator(), rule.windowDays(), rule.countsShares(), rule.countsSaves(), rule.enoughPosts(),
                rule.enoughFollowers(), row.provenance().validFrom(), row.provenance().source(), row.recordedAt(),
                row.withdrawnAt());
    }
}
