package io.groundswell.campaign.listening;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.post.HeardReply;
import io.groundswell.campaign.post.ReplyListener;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Hears replies in place of whoever needs them. */
@ApplicationScoped
public class HeardReplies implements ReplyListener {
    private static final List<String> REPLIES = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> heard(SqlConnection transaction, Workspace workspace, List<HeardReply> replies) {
        replies.forEach(reply -> REPLIES.add(workspace.key() + ": " + (reply.deleted()
                ? reply.replyId() + " deleted"
                : reply.replyId() + " to " + reply.networkPostId() + " by "
                        + (reply.authorHandle() == null ? reply.authorId() : reply.authorHandle()) + " says " + reply.text()
                        + (reply.editedAt() == null ? "" : ", edited"))));
        return Uni.createFrom().voidItem();
    }

    /** Returns what was heard in a workspace, in order. */
    public static List<String> in(String workspace) {
        return REPLIES.stream().filter(reply -> reply.startsWith(workspace + ": "))
                .map(reply -> reply.substring(workspace.length() + 2)).toList();
    }
}
