package io.groundswell.creator.metrics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.Decimals;
import io.groundswell.creator.reference.ReferenceTable;
import io.groundswell.creator.reference.ReferenceTable.Column;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.problem.InvalidValue;

/**
 * What is known of creators' engagement before any of their posts is looked at: log-normal, both between creators and between
 * the posts of one.
 *
 * @param medianRate that half of the creators exceed
 * @param betweenCreators standard deviation of the natural logarithm of creators' median rates
 * @param withinCreator standard deviation of the natural logarithm of the rates of one creator's posts
 */
public record EngagementPrior(Network network, Tier tier, Method method, BigDecimal medianRate, BigDecimal betweenCreators,
        BigDecimal withinCreator) {

    static final ReferenceTable<EngagementPrior> TABLE = new ReferenceTable<>("engagement_prior", "engagement prior",
            "listEngagementPriors", List.of("network", "tier", "method"),
            List.of(new Column("median_rate", "numeric"), new Column("between_creators", "numeric"),
                    new Column("within_creator", "numeric")),
            row -> new EngagementPrior(Network.valueOf(row.getString("network")), Tier.valueOf(row.getString("tier")),
                    Method.valueOf(row.getString("method")), row.getBigDecimal("median_rate"),
                    row.getBigDecimal("between_creators"), row.getBigDecimal("within_creator")),
            prior -> Arrays.asList(prior.network.name(), prior.tier.name(), prior.method.name(), prior.medianRate,
                    prior.betweenCreators, prior.withinCreator));

    public EngagementPrior {
        InvalidValue.require(network, "network");
        InvalidValue.require(tier, "tier");
        InvalidValue.require(method, "method");
        Decimals.require("medianRate", medianRate, "0", "1");
        Decimals.require("betweenCreators", betweenCreators, "0", "3");
        Decimals.require("withinCreator", withinCreator, "0", "3");
    }

    /**
     * Returns the rate of the typical creator as the aggregator sees it: the mean of a log-normal distribution is
     * {@code exp(σ²/2)} times its median.
     */
    double centre(Aggregator aggregator) {
        double within = withinCreator.doubleValue();
        return switch (aggregator) {
            case MEDIAN -> medianRate.doubleValue();
            case MEAN -> medianRate.doubleValue() * Math.exp(within * within / 2);
        };
    }
}
