package io.groundswell.creator.metrics;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.Provenance;

/** A rule that somebody adds. */
public record EngagementRuleDraft(
        @Schema(required = true) Network network,
        @Schema(required = true) Method method,
        @Schema(description = "Used when more posts can be measured by it") @Nullable Method fallbackMethod,
        @Schema(required = true) Aggregator aggregator,
        @Schema(required = true, description = "Posts published longer ago do not count", minimum = "1", maximum = "3650", examples = "60") int windowDays,
        @Schema(required = true, description = "Whether shares count beside likes and comments") boolean countsShares,
        @Schema(required = true, description = "Whether saves count beside likes and comments") boolean countsSaves,
        @Schema(required = true, description = "Fewer posts are a small sample", minimum = "6", maximum = "1000", examples = "10") int enoughPosts,
        @Schema(required = true, description = "Accounts with fewer followers are a small sample", minimum = "1", examples = "2000") long enoughFollowers,
        @Schema(required = true, description = "First day on which it holds, UTC") LocalDate validFrom,
        @Schema(required = true, description = "Who decided it and why: 1 to 500 characters") String source) {

    public EngagementRuleDraft {
        source = new Provenance(validFrom, source).source();
        network = new EngagementRule(network, method, fallbackMethod, aggregator, windowDays, countsShares, countsSaves,
                enoughPosts, enoughFollowers).network();
    }

    Provenance provenance() {
        return new Provenance(validFrom, source);
    }

    EngagementRule value() {
        return new EngagementRule(network, method, fallbackMethod, aggregator, windowDays, countsShares, countsSaves,
                enoughPosts, enoughFollowers);
    }
}
