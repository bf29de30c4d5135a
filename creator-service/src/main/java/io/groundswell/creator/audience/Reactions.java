package io.groundswell.creator.audience;

import java.util.OptionalDouble;

/**
 * Reactions to the latest posts of an account of which both likes and comments are known.
 *
 * @param posts number of posts
 * @param likes on all of them
 * @param comments on all of them
 */
public record Reactions(long posts, long likes, long comments) {
    /** Nothing is known. */
    public static final Reactions NONE = new Reactions(0, 0, 0);

    private static final long LEAST_POSTS = 5;
    private static final long LEAST_LIKES = 50;

    public Reactions {
        if (posts < 0 || likes < 0 || comments < 0) {
            throw new IllegalArgumentException("Reactions are never fewer than none");
        }
    }

    /** Returns comments for each like; nothing when there are too few posts or likes for the ratio to say anything. */
    public OptionalDouble commentsPerLike() {
        return posts < LEAST_POSTS || likes < LEAST_LIKES
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) comments / likes);
    }
}
