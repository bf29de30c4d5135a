package io.groundswell.creator.metrics;

import org.jspecify.annotations.Nullable;

/** How people reacted to one post, or to several together. Null is hidden or not told, which is never 0. */
record Reactions(@Nullable Long likes, @Nullable Long comments, @Nullable Long shares, @Nullable Long saves,
        @Nullable Long views, @Nullable Long impressions, @Nullable Long reach) {

    /**
     * Returns what counts by the rule; null when likes are hidden. Likes decide whether reactions are known at all: a network
     * that does not tell comments, shares or saves has none to count.
     */
    @Nullable
    Double counted(EngagementRule rule) {
        return likes == null
                ? null
                : Double.valueOf(likes.doubleValue() + orZero(comments) + (rule.countsShares() ? orZero(shares) : 0)
                        + (rule.countsSaves() ? orZero(saves) : 0));
    }

    /** Returns the number of people or times that could have led to a reaction; null when it is not told or 0. */
    @Nullable
    Long audience(Method method, @Nullable Long followers) {
        Long audience = switch (method) {
            case BY_FOLLOWERS -> followers;
            case BY_REACH -> reach;
            case BY_IMPRESSIONS -> impressions;
            case BY_VIEWS -> views;
        };
        return audience == null || audience <= 0 ? null : audience;
    }

    private static double orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
