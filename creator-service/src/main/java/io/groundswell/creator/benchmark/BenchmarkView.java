package io.groundswell.creator.benchmark;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.metrics.Method;
import io.groundswell.creator.reference.ReferenceRow;
import io.groundswell.creator.tier.Tier;

/** A benchmark as the API shows it. */
@Schema(name = "Benchmark")
public record BenchmarkView(
        UUID id,
        ReferenceRow.Owner owner,
        Network network,
        Tier tier,
        @Schema(description = "How the rates are made") Method method,
        @Schema(description = "Engagement rate that three quarters exceed, as a fraction") BigDecimal lowerQuartile,
        @Schema(description = "Engagement rate of the typical creator, as a fraction") BigDecimal median,
        @Schema(description = "Engagement rate that a quarter exceeds, as a fraction") BigDecimal upperQuartile,
        @Schema(description = "Posts of the typical creator") BigDecimal postsPer30Days,
        @Schema(description = "First day on which it holds, UTC") LocalDate validFrom,
        @Schema(description = "Who found it, where and when") String source,
        Instant recordedAt,
        @Schema(description = "Since when it is out of force") @Nullable Instant withdrawnAt) {

    static BenchmarkView of(ReferenceRow<Benchmark> row) {
        Benchmark value = row.value();
        return new BenchmarkView(row.id(), row.owner(), value.network(), value.tier(), value.method(), value.lowerQuartile(),
                value.median(), value.upperQuartile(), value.postsPer30Days(), row.provenance().validFrom(),
                row.provenance().source(), row.recordedAt(), row.withdrawnAt());
    }
}
