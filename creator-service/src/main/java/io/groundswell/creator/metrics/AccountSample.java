package io.groundswell.creator.metrics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.tier.Tier;

/**
 * What is known of how people react to an account.
 *
 * @param posts the newest first
 * @param totals the latest sums that a source told; null: none
 */
record AccountSample(UUID accountId, Network network, @Nullable Long followers, @Nullable Tier tier, List<Post> posts,
        @Nullable Totals totals) {

    AccountSample {
        posts = List.copyOf(posts);
    }

    record Post(Instant publishedAt, Reactions reactions) {}

    /** Sums over a number of posts. */
    record Totals(Instant observedAt, long posts, Reactions sums) {}

    /** Returns the reactions to the posts of the window. */
    List<Reactions> publishedSince(Instant start) {
        return posts.stream().filter(post -> !post.publishedAt().isBefore(start)).map(Post::reactions).toList();
    }
}
