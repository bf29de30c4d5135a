package io.groundswell.creator.metrics;

import org.jspecify.annotations.Nullable;

/** How a rate is to be made; null leaves it to the network's {@link EngagementRule}. */
record RateRequest(@Nullable Method method, @Nullable Aggregator aggregator, @Nullable Integer windowDays) {
    static final RateRequest DEFAULT = new RateRequest(null, null, null);

    int windowDays(EngagementRule rule) {
        return windowDays == null ? rule.windowDays() : windowDays;
    }
}
