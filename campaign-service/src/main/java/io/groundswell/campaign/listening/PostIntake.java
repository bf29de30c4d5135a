package io.groundswell.campaign.listening;

import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.erasure.ErasedAuthors;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The one way in: whatever brings posts, they are matched, classified and stored here. */
@ApplicationScoped
class PostIntake {
    private final LiveCampaigns campaigns;
    private final PostStore posts;
    private final ErasedAuthors erased;
    private final Vertx vertx;

    PostIntake(LiveCampaigns campaigns, PostStore posts, ErasedAuthors erased, Vertx vertx) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.erased = erased;
        this.vertx = vertx;
    }

    /** Takes items in within the caller's transaction; returns one outcome for each, in order. */
    Uni<List<LineOutcome>> take(SqlConnection transaction, Workspace workspace, List<ListeningOutcome.Received> items) {
        return WorkspaceDatabase.planAnew(transaction)
                .chain(() -> campaigns.matcher(transaction, workspace))
                .chain(matcher -> new IntakeBatch(this, transaction, workspace, items, matcher).store());
    }

    PostStore posts() {
        return posts;
    }

    ErasedAuthors erased() {
        return erased;
    }

    /** Reading what posts say takes longer than other requests may wait. */
    <T> Uni<T> offTheEventLoop(Callable<T> work) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }
}
