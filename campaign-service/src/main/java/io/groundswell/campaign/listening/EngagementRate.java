package io.groundswell.campaign.listening;

import org.jspecify.annotations.Nullable;

/**
 * Reactions to one post per person who could react.
 *
 * <p>By views on TikTok and YouTube; by impressions on X and LinkedIn, or by followers when they are not told; by followers
 * elsewhere. Instagram and Facebook count likes and comments, the others shares as well.
 *
 * @param value a fraction, or null when a part is hidden or not told: never a guess
 */
record EngagementRate(Method method, @Nullable Double value) {

    /** What reactions are divided by. */
    enum Method {
        BY_FOLLOWERS, BY_IMPRESSIONS, BY_VIEWS
    }

    static EngagementRate of(NetworkPost post) {
        Engagement engagement = post.engagement();
        Long followers = post.author().followers();
        return switch (post.network()) {
            case TIKTOK, YOUTUBE -> by(Method.BY_VIEWS, withShares(engagement), engagement.views());
            case X, LINKEDIN -> engagement.impressions() != null && engagement.impressions() > 0
                    ? by(Method.BY_IMPRESSIONS, withShares(engagement), engagement.impressions())
                    : by(Method.BY_FOLLOWERS, withShares(engagement), followers);
            case INSTAGRAM, FACEBOOK -> by(Method.BY_FOLLOWERS, sum(engagement.likes(), engagement.comments()), followers);
            case MASTODON, BLUESKY, OTHER -> by(Method.BY_FOLLOWERS, withShares(engagement), followers);
        };
    }

    private static EngagementRate by(Method method, @Nullable Long reactions, @Nullable Long audience) {
        return new EngagementRate(method,
                reactions == null || audience == null || audience == 0 ? null : (double) reactions / audience);
    }

    /** Likes decide whether reactions are known at all; a network that does not tell comments or shares has none to count. */
    private static @Nullable Long withShares(Engagement engagement) {
        Long sum = sum(engagement.likes(), engagement.comments());
        return sum == null ? null : Long.valueOf(sum + orZero(engagement.shares()));
    }

    private static @Nullable Long sum(@Nullable Long likes, @Nullable Long comments) {
        return likes == null ? null : Long.valueOf(likes + orZero(comments));
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
