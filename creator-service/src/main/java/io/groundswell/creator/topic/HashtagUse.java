package io.groundswell.creator.topic;

/**
 * How often a creator used a hashtag.
 *
 * @param hashtag folded, without its sign
 * @param posts in how many posts, at least 1
 */
public record HashtagUse(String hashtag, long posts) {

    public HashtagUse {
        if (posts < 1) {
            throw new IllegalArgumentException("A hashtag is used in at least one post, not in " + posts);
        }
    }
}
