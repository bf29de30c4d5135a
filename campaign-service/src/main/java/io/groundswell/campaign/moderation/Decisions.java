package io.groundswell.campaign.moderation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostProgress;
import io.groundswell.campaign.post.PostState;
import io.groundswell.campaign.post.PostView;
import io.groundswell.campaign.post.Posts;
import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Decides on posts, one at a time. */
@ApplicationScoped
class Decisions {
    private static final String STATE = "select state, version from post where workspace_id = $1 and id = $2 for update";

    private final PublicReads publicReads;
    private final Posts posts;
    private final DecisionLog log;
    private final Clock clock;

    Decisions(PublicReads publicReads, Posts posts, DecisionLog log, Clock clock) {
        this.publicReads = publicReads;
        this.posts = posts;
        this.log = log;
        this.clock = clock;
    }

    /** Takes a decision on the version that the caller has seen; completes when public reads follow it. */
    Uni<PostView> decide(Workspace workspace, UUID id, @Nullable String ifMatch, Decision decision) {
        return publicReads.write(workspace, transaction -> transaction.preparedQuery(STATE)
                .execute(Tuple.of(workspace.key(), id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("post", id);
                    }
                    Row row = rows.iterator().next();
                    Preconditions.requireMatch(ifMatch, EntityTag.of(id, row.getLong("version")));
                    PostState from = PostState.valueOf(row.getString("state"));
                    from.requireNext(decision.state());
                    return new DecisionLog.Standing(id, from);
                })
                .chain(post -> log.decide(transaction, workspace, List.of(post), decision, clock.instant()))
                .chain(() -> PostProgress.settle(transaction, workspace, List.of(id))))
                .chain(() -> posts.get(workspace, id));
    }
}
