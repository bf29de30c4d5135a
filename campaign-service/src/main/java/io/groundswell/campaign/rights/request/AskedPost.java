package io.groundswell.campaign.rights.request;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.post.PostState;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What is asked for, as it stands within a transaction. */
record AskedPost(PostState state, Network network, String authorKey, @Nullable String authorHandle, @Nullable String language) {
    private static final ProblemType NOT_APPROVED = new ProblemType("post-not-approved", 409,
            "Rights are asked for approved posts only");
    private static final Set<PostState> APPROVED = Set.of(PostState.APPROVED, PostState.PUBLISHABLE, PostState.PUBLISHED);
    private static final String SELECT = """
            select state, network, author_key, author->>'handle' as handle, language from post
            where workspace_id = $1 and id = $2 for update""";

    /** Reads the post and keeps it from changing until the transaction ends. */
    static Uni<AskedPost> locked(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(SELECT).execute(Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw new InvalidValue("postId", "unknown-post", "There is no such post.");
            }
            Row row = rows.iterator().next();
            return new AskedPost(PostState.valueOf(row.getString("state")), Network.valueOf(row.getString("network")),
                    row.getString("author_key"), row.getString("handle"), row.getString("language"));
        });
    }

    void requireApproved() {
        if (!APPROVED.contains(state)) {
            throw ProblemException.of(NOT_APPROVED, "The post is %s; approve it first.".formatted(state));
        }
    }

    boolean isGone() {
        return state == PostState.WITHDRAWN;
    }

    RightsRequest.Author author() {
        return new RightsRequest.Author(network, authorKey, authorHandle);
    }
}
