package io.groundswell.creator.metrics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/** How people reacted to a number of posts together, as a source tells it. What is not told is absent, which is never 0. */
@Schema(name = "EngagementTotals")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngagementTotals(
        @Schema(required = true, description = "Number of posts that the sums are over", minimum = "1", maximum = "100000") long posts,
        @Schema(minimum = "0", maximum = "1000000000000") @Nullable Long likes,
        @Schema(minimum = "0", maximum = "1000000000000") @Nullable Long comments,
        @Schema(minimum = "0", maximum = "1000000000000") @Nullable Long shares,
        @Schema(minimum = "0", maximum = "1000000000000") @Nullable Long saves,
        @Schema(minimum = "0", maximum = "1000000000000") @Nullable Long views,
        @Schema(minimum = "0", maximum = "1000000000000") @Nullable Long impressions,
        @Schema(minimum = "0", maximum = "1000000000000") @Nullable Long reach) {

    private static final long MOST_POSTS = 100_000;
    private static final long MOST = 1_000_000_000_000L;

    public EngagementTotals {
        if (posts < 1 || posts > MOST_POSTS) {
            throw new InvalidValue("posts", "out-of-range", "Must be from 1 to %d.".formatted(MOST_POSTS));
        }
        requireCount("likes", likes);
        requireCount("comments", comments);
        requireCount("shares", shares);
        requireCount("saves", saves);
        requireCount("views", views);
        requireCount("impressions", impressions);
        requireCount("reach", reach);
    }

    private static void requireCount(String field, @Nullable Long count) {
        if (count != null && (count < 0 || count > MOST)) {
            throw new InvalidValue(field, "out-of-range", "Must be from 0 to %d.".formatted(MOST));
        }
    }
}
