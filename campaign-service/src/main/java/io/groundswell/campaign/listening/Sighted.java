package io.groundswell.campaign.listening;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * A post together with the campaigns it belongs to.
 *
 * @param digest of the content without its time of observation: equal means nothing to change
 */
record Sighted(NetworkPost post, List<Match> matches, UUID digest) {
    private static final String SEPARATOR = "\u001f";

    static Sighted of(NetworkPost post, List<Match> matches) {
        return new Sighted(post, matches, digest(post));
    }

    List<UUID> campaignIds() {
        return matches.stream().map(Match::campaignId).toList();
    }

    /** Half of a SHA-256, which the database has a compact type for. */
    private static UUID digest(NetworkPost post) {
        try {
            String content = String.join(SEPARATOR, String.valueOf(post.author()), post.text(), String.valueOf(post.language()),
                    String.valueOf(post.permalink()), post.publishedAt().toString(), post.engagement().toString(),
                    post.terms().toString(), post.media().toString());
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
