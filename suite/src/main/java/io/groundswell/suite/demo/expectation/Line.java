package io.groundswell.suite.demo.expectation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What one line of a post file, or one entry of a page, turned out to be. */
public sealed interface Line {

    /** A line that says nothing about a post: a like, a follow, an account notice. */
    record Ignored() implements Line {}

    /** A line no reader can make a post of. */
    record Unreadable() implements Line {}

    /** The author took a post back. */
    record Deletion(String network, String id) implements Line {}

    /**
     * A post as somebody saw it at one moment.
     *
     * @param author     the network's id of the author, or the handle in lower case where the network gives none
     * @param followers  null when not given
     * @param text       plain text, markup and entities already resolved
     * @param observedAt when the figures were read; null when the source does not say
     * @param hashtags   tags the source names besides the text
     * @param mentions   handles the source names besides the text
     */
    record Post(String network, String id, String author, @Nullable Long followers, String text, Instant publishedAt,
            @Nullable Instant observedAt, Engagement engagement, List<String> hashtags, List<String> mentions)
            implements
                Line {

        String key() {
            return network + " " + id;
        }

        String authorKey() {
            return network + " " + author;
        }
    }

    /** Counts as the network gave them; null is unknown or hidden, which is not zero. */
    record Engagement(@Nullable Long likes, @Nullable Long comments, @Nullable Long shares, @Nullable Long views,
            @Nullable Long impressions) {

        static final Engagement UNKNOWN = new Engagement(null, null, null, null, null);
    }
}
