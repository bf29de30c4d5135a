package io.groundswell.creator.benchmark;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.metrics.Method;
import io.groundswell.creator.reference.Decimals;
import io.groundswell.creator.reference.ReferenceTable;
import io.groundswell.creator.reference.ReferenceTable.Column;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.problem.InvalidValue;

/**
 * What creators of a tier achieve on a network.
 *
 * @param method by which the rates are made
 * @param lowerQuartile engagement rate that three quarters of the creators exceed
 * @param median engagement rate that half of them exceed
 * @param upperQuartile engagement rate that a quarter of them exceeds
 * @param postsPer30Days posts of the typical creator
 */
public record Benchmark(Network network, Tier tier, Method method, BigDecimal lowerQuartile, BigDecimal median,
        BigDecimal upperQuartile, BigDecimal postsPer30Days) {

    static final ReferenceTable<Benchmark> TABLE = new ReferenceTable<>("benchmark", "benchmark", "listBenchmarks",
            List.of("network", "tier"),
            List.of(new Column("method", "text"), new Column("lower_quartile", "numeric"), new Column("median", "numeric"),
                    new Column("upper_quartile", "numeric"), new Column("posts_per_30_days", "numeric")),
            row -> new Benchmark(Network.valueOf(row.getString("network")), Tier.valueOf(row.getString("tier")),
                    Method.valueOf(row.getString("method")), row.getBigDecimal("lower_quartile"), row.getBigDecimal("median"),
                    row.getBigDecimal("upper_quartile"), row.getBigDecimal("posts_per_30_days")),
            value -> Arrays.asList(value.network.name(), value.tier.name(), value.method.name(), value.lowerQuartile,
                    value.median, value.upperQuartile, value.postsPer30Days));

    public Benchmark {
        InvalidValue.require(network, "network");
        InvalidValue.require(tier, "tier");
        InvalidValue.require(method, "method");
        Decimals.require("lowerQuartile", lowerQuartile, "0", "1");
        Decimals.require("median", median, "0", "1");
        Decimals.require("upperQuartile", upperQuartile, "0", "1");
        Decimals.require("postsPer30Days", postsPer30Days, "0", "10000");
        if (lowerQuartile.compareTo(median) > 0 || median.compareTo(upperQuartile) > 0) {
            throw new InvalidValue("median", "out-of-order", "The median lies between the quartiles.");
        }
    }
}
