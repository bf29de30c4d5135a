package io.groundswell.creator.metrics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the rates of posts become one. */
@Schema(name = "EngagementAggregator", description = "MEDIAN: of the typical post, whatever the best one did; MEAN: of the average post")
public enum Aggregator {
    MEDIAN, MEAN
}
