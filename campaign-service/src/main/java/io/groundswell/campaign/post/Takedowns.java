package io.groundswell.campaign.post;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/** Takes posts down on request. */
@ApplicationScoped
class Takedowns {
    private static final String VERSION = "select version from post where workspace_id = $1 and id = $2 for update";

    private final PublicReads publicReads;
    private final Posts posts;

    Takedowns(PublicReads publicReads, Posts posts) {
        this.publicReads = publicReads;
        this.posts = posts;
    }

    /**
     * Takes down the version that the caller has seen; one that is gone already stays as it is. Completes when no public read
     * shows the post any more.
     */
    Uni<PostView> takeDown(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return publicReads.write(workspace, transaction -> transaction.preparedQuery(VERSION)
                .execute(Tuple.of(workspace.key(), id))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("post", id);
                    }
                    Preconditions.requireMatch(ifMatch, EntityTag.of(id, rows.iterator().next().getLong("version")));
                })
                .chain(() -> Withdrawals.ofPosts(transaction, workspace, List.of(id), WithdrawalReason.TAKEN_DOWN)))
                .chain(() -> posts.get(workspace, id));
    }
}
