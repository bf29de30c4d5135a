package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Hears what people answer to posts: live connectors and webhooks tell it, whoever needs replies implements it. */
public interface ReplyListener {

    /**
     * Takes replies within the transaction that stores how far listening has come. The same reply may be told again, a deletion
     * of one that was never told too. A failure takes back what else the transaction does, so what is not acceptable is passed
     * over and no failure.
     */
    Uni<Void> heard(SqlConnection transaction, Workspace workspace, List<Reply> replies);

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
    record Reply(Network network, String replyId, @Nullable String networkPostId, @Nullable String authorId,
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
        public static Reply deleted(Network network, String replyId) {
            return new Reply(network, replyId, null, null, null, "", null, null, true);
        }
    }
}
