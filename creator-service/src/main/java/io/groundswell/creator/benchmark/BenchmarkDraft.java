package io.groundswell.creator.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.metrics.Method;
import io.groundswell.creator.reference.Provenance;
import io.groundswell.creator.tier.Tier;

/** A benchmark that somebody adds. */
public record BenchmarkDraft(
        @Schema(required = true) Network network,
        @Schema(required = true) Tier tier,
        @Schema(required = true, description = "How the rates are made") Method method,
        @Schema(required = true, description = "Engagement rate that three quarters exceed, as a fraction", examples = "0.018708") BigDecimal lowerQuartile,
        @Schema(required = true, description = "Engagement rate of the typical creator, as a fraction", examples = "0.03") BigDecimal median,
        @Schema(required = true, description = "Engagement rate that a quarter exceeds, as a fraction", examples = "0.048107") BigDecimal upperQuartile,
        @Schema(required = true, description = "Posts of the typical creator", examples = "8") BigDecimal postsPer30Days,
        @Schema(required = true, description = "First day on which it holds, UTC") LocalDate validFrom,
        @Schema(required = true, description = "Who found it, where and when: 1 to 500 characters") String source) {

    public BenchmarkDraft {
        source = new Provenance(validFrom, source).source();
        network = new Benchmark(network, tier, method, lowerQuartile, median, upperQuartile, postsPer30Days).network();
    }

    Provenance provenance() {
        return new Provenance(validFrom, source);
    }

    Benchmark value() {
        return new Benchmark(network, tier, method, lowerQuartile, median, upperQuartile, postsPer30Days);
    }
}
