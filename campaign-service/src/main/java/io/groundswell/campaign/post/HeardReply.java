package io.groundswell.campaign.post;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

/**
 * An answer to a post that is kept, or the end of one.
 *
 * @param replyId the network's id of the answer
 * @param networkPostId the network's id of the post that is answered; null when the answer is deleted
 * @param authorId the network's id of whoever answers; null where the network tells none
 * @param publishedAt null when it is deleted
 * @param editedAt null when it was not edited since
 * @param deleted whether it is gone; then nothing else is told
 */
public record HeardReply(Network network, String replyId, @Nullable String networkPostId, @Nullable String authorId,
        @Nullable String authorHandle, String text, @Nullable Instant publishedAt, @Nullable Instant editedAt,
        boolean deleted) {

    private static final int LONGEST_ID = 500;
    private static final int LONGEST_TEXT = 10_000;

    /** Tells whether an answer is of a size that one can have; those who bring answers leave out all others. */
    public boolean isPlausible() {
        return !replyId.isBlank() && replyId.length() <= LONGEST_ID && text.length() <= LONGEST_TEXT
                && (deleted || (networkPostId != null && networkPostId.length() <= LONGEST_ID))
                && (authorId == null || authorId.length() <= LONGEST_ID)
                && (authorHandle == null || authorHandle.length() <= LONGEST_ID);
    }

    /** Returns that an answer is gone. */
    public static HeardReply deleted(Network network, String replyId) {
        return new HeardReply(network, replyId, null, null, null, "", null, null, true);
    }
}
