package io.groundswell.creator.metrics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How people react to what a creator posts. */
@Schema(name = "CreatorEngagement")
public record CreatorEngagement(
        UUID creatorId,
        Instant asOf,
        @Schema(description = "Account whose rate stands for the creator: the largest that can be measured. Rates of several networks are not mixed, because they are made differently. Null: none can be measured") @Nullable UUID headlineAccountId,
        @Schema(description = "Largest account first") List<EngagementRate> accounts) {

    static CreatorEngagement of(UUID creatorId, Instant asOf, List<EngagementRate> accounts) {
        return new CreatorEngagement(creatorId, asOf, accounts.stream().filter(account -> account.rate() != null).findFirst()
                .map(EngagementRate::accountId).orElse(null), accounts);
    }
}
