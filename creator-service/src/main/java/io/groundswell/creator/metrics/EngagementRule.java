package io.groundswell.creator.metrics;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.ReferenceTable;
import io.groundswell.creator.reference.ReferenceTable.Column;
import io.groundswell.kit.problem.InvalidValue;

/**
 * How the engagement rate of an account is made when nobody asks for another way. Likes and comments always count.
 *
 * @param fallbackMethod when more posts can be measured by it
 * @param windowDays posts published longer ago do not count
 * @param enoughPosts fewer are a small sample, which is shrunk to the prior
 * @param enoughFollowers so is one of an account with fewer
 */
public record EngagementRule(Network network, Method method, @Nullable Method fallbackMethod, Aggregator aggregator,
        int windowDays, boolean countsShares, boolean countsSaves, int enoughPosts, long enoughFollowers) {

    /** Longest window. */
    static final int MOST_DAYS = 3650;
    private static final int MOST_POSTS = 1000;
    private static final long MOST_FOLLOWERS = 10_000_000_000L;

    static final ReferenceTable<EngagementRule> TABLE = new ReferenceTable<>("engagement_rule", "engagement rule",
            "listEngagementRules", List.of("network"),
            List.of(new Column("method", "text"), new Column("fallback_method", "text"), new Column("aggregator", "text"),
                    new Column("window_days", "integer"), new Column("counts_shares", "boolean"),
                    new Column("counts_saves", "boolean"), new Column("enough_posts", "integer"),
                    new Column("enough_followers", "bigint")),
            row -> {
                String fallback = row.getString("fallback_method");
                return new EngagementRule(Network.valueOf(row.getString("network")), Method.valueOf(row.getString("method")),
                        fallback == null ? null : Method.valueOf(fallback), Aggregator.valueOf(row.getString("aggregator")),
                        row.getInteger("window_days"), row.getBoolean("counts_shares"), row.getBoolean("counts_saves"),
                        row.getInteger("enough_posts"), row.getLong("enough_followers"));
            },
            rule -> Arrays.asList(rule.network.name(), rule.method.name(),
                    rule.fallbackMethod == null ? null : rule.fallbackMethod.name(), rule.aggregator.name(), rule.windowDays,
                    rule.countsShares, rule.countsSaves, rule.enoughPosts, rule.enoughFollowers));

    public EngagementRule {
        InvalidValue.require(network, "network");
        InvalidValue.require(method, "method");
        InvalidValue.require(aggregator, "aggregator");
        requireWithin("windowDays", windowDays, 1, MOST_DAYS);
        // a distribution-free interval for the median needs six posts
        requireWithin("enoughPosts", enoughPosts, 6, MOST_POSTS);
        requireWithin("enoughFollowers", enoughFollowers, 1, MOST_FOLLOWERS);
    }

    private static void requireWithin(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidValue(field, "out-of-range", "Must be from %d to %d.".formatted(least, most));
        }
    }

    /** Returns the methods in the order of preference. */
    List<Method> methods() {
        return fallbackMethod == null ? List.of(method) : List.of(method, fallbackMethod);
    }

    /** Tells whether a sample says enough without a prior. */
    boolean isEnough(int posts, @Nullable Long followers) {
        return posts >= enoughPosts && followers != null && followers >= enoughFollowers;
    }
}
