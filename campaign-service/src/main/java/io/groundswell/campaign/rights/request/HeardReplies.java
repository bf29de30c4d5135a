package io.groundswell.campaign.rights.request;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.HeardReply;
import io.groundswell.campaign.post.ReplyListener;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Judges the replies that live listening hears, like those that somebody brings. */
@ApplicationScoped
class HeardReplies implements ReplyListener {
    private final Replies replies;

    HeardReplies(Replies replies) {
        this.replies = replies;
    }

    @Override
    public Uni<Void> heard(SqlConnection transaction, Workspace workspace, List<HeardReply> heard) {
        List<Reply> readable = heard.stream().map(HeardReplies::readable).filter(Objects::nonNull).toList();
        return readable.isEmpty()
                ? Uni.createFrom().voidItem()
                : replies.take(transaction, workspace, readable).replaceWithVoid();
    }

    /** Returns null for what could prove nothing: without an author or a time, or longer than networks permit. */
    private static @Nullable Reply readable(HeardReply reply) {
        try {
            return new Reply(reply.network(), reply.replyId(), reply.networkPostId(),
                    reply.authorId(), reply.authorHandle(),
                    reply.text(), reply.publishedAt(), reply.editedAt(), reply.deleted());
        } catch (InvalidValue e) {
            return null;
        }
    }
}
