package io.groundswell.campaign.measurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.KpiKind;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A campaign's agreed metrics with their figures. */
public record KpiReport(UUID campaignId, Instant asOf, List<Figure> items) {

    /** One metric. */
    @Schema(name = "KpiFigure")
    public record Figure(
            KpiKind kind,
            KpiKind.Unit unit,
            BigDecimal target,
            @Schema(description = "Null when there is nothing to measure yet") @Nullable BigDecimal actual,
            @Schema(description = "actual / target, to four decimals; above 1 when the target is exceeded") @Nullable BigDecimal progress,
            @Schema(description = "How a rate was made; absent for counts") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RateParts parts) {}

    /**
     * What a rate was made of.
     *
     * @param n posts that could be measured
     */
    @Schema(name = "RateParts")
    public record RateParts(
            @Schema(examples = "MEDIAN") String aggregator,
            @Schema(description = "Posts that could be measured") long n,
            @Schema(description = "Measured posts by method") Methods methods,
            @Schema(description = "Posts left out, by reason") Excluded excluded) {}

    /** Measured posts by what reactions were divided by. */
    @Schema(name = "RateMethods")
    public record Methods(long byFollowers, long byImpressions, long byViews) {}

    /** Posts that could not be measured. */
    @Schema(name = "RateExclusions")
    public record Excluded(
            @Schema(description = "The network hides or does not tell the likes") long hiddenLikes,
            @Schema(description = "Followers, impressions or views are not told") long unknownAudience) {}
}
