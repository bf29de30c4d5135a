package io.groundswell.creator.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.tier.Tier;

/** How people react to what an account posts, with all that the figure rests on. Rates are fractions to six decimals. */
@Schema(name = "EngagementRate")
public record EngagementRate(
        UUID accountId,
        Network network,
        Method method,
        Aggregator aggregator,
        @Schema(description = "Posts published in so many days up to now count, the newest 500 at most") int windowDays,
        Basis basis,
        @Schema(description = "Posts that were measured") long n,
        @Schema(description = "Of the account, now; null: not told") @Nullable Long followers,
        Parts parts,
        @Schema(description = "The rate to use: `shrunk` for a small sample, else `raw`. Null: see `reason`") @Nullable BigDecimal rate,
        @Schema(description = "What the sample says by itself") @Nullable BigDecimal raw,
        @Schema(description = "What is left of `raw` in a small sample, drawn to what is usual; null: the sample is large enough") @Nullable BigDecimal shrunk,
        @Nullable Interval interval,
        @Schema(description = "What a small sample was drawn to; null: it was not") @Nullable PriorUsed prior,
        @Schema(description = "Rule that gave what was not asked for, see /v1/engagement-rules") UUID ruleId,
        @Schema(description = "Why there is no rate; null: there is one") @Nullable Unmeasured reason,
        @Schema(description = "Posts of the window that could not be measured") List<Exclusion> excluded) {

    /** What was looked at. */
    @Schema(name = "EngagementBasis", description = "POSTS: each post by itself; SNAPSHOT: sums over posts as a source told them, which give a mean only")
    public enum Basis {
        POSTS, SNAPSHOT
    }

    /** Why something could not be measured. */
    @Schema(name = "EngagementUnmeasured")
    public enum Unmeasured {
        /** The network hides or does not tell the likes. */
        HIDDEN_LIKES,
        /** Followers, reach, impressions or views are not told. */
        UNKNOWN_AUDIENCE,
        /** There is nothing in the window. */
        NO_POSTS
    }

    /** What was counted, summed over the measured posts. */
    @Schema(name = "EngagementParts")
    public record Parts(
            @Nullable Long likes,
            @Nullable Long comments,
            @Schema(description = "Null also where shares do not count") @Nullable Long shares,
            @Schema(description = "Null also where saves do not count") @Nullable Long saves,
            @Schema(description = "What the reactions were divided by, summed over the measured posts") long audience) {}

    /** Where the creator's rate lies. */
    @Schema(name = "EngagementInterval")
    public record Interval(
            @Schema(description = "Probability that it holds the rate", examples = "0.95") BigDecimal level,
            BigDecimal lower,
            BigDecimal upper) {}

    /** What a small sample was drawn to. */
    @Schema(name = "EngagementPriorUsed")
    public record PriorUsed(
            @Schema(description = "See /v1/engagement-priors") UUID id,
            Network network,
            @Schema(description = "Of the account; NANO where it is not known") Tier tier,
            Method method,
            @Schema(description = "Rate of the typical creator as the aggregator sees it") BigDecimal centre,
            @Schema(description = "How far the rate was left at `raw`: 1 entirely, 0 not at all") BigDecimal sampleWeight,
            LocalDate validFrom,
            String source) {}

    /** Posts that could not be measured. */
    @Schema(name = "EngagementExclusion")
    public record Exclusion(Unmeasured reason, long posts) {}
}
