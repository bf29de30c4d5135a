package io.groundswell.campaign.listening;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.erasure.ErasedAuthors;
import io.groundswell.campaign.listening.ListeningOutcome.Received;
import io.groundswell.campaign.moderation.LiveRules;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.worker.Workers;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The one way in: whatever brings posts, they are matched, classified, moderated and stored here. */
@ApplicationScoped
class PostIntake {
    private final LiveCampaigns campaigns;
    private final PostStore posts;
    private final ErasedAuthors erased;
    private final NearDuplicates duplicates;
    private final LiveRules rules;
    private final Workers workers;

    PostIntake(LiveCampaigns campaigns, PostStore posts, ErasedAuthors erased, NearDuplicates duplicates, LiveRules rules,
            Workers workers) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.erased = erased;
        this.duplicates = duplicates;
        this.rules = rules;
        this.workers = workers;
    }

    /** Takes items in within the caller's transaction; returns one outcome for each, in order. */
    Uni<List<LineOutcome>> take(SqlConnection transaction, Workspace workspace, List<Received> items) {
        // Neither waits for the other's answer.
        return Uni.combine().all()
                .unis(WorkspaceDatabase.planAnew(transaction), campaigns.matcher(transaction, workspace))
                .with((_, matcher) -> matcher)
                .chain(matcher -> {
                    Uni<List<LineOutcome>> outcomes = Uni.createFrom().item(new ArrayList<>(items.size()));
                    for (List<Received> run : runs(items)) {
                        outcomes = outcomes.call(all -> new IntakeBatch(this, transaction, workspace, run, matcher).store()
                                .invoke(all::addAll));
                    }
                    return outcomes;
                });
    }

    /** An account that is gone takes what came before, not what it publishes when it comes back: it ends a run. */
    private static List<List<Received>> runs(List<Received> items) {
        List<List<Received>> runs = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < items.size(); i++) {
            if (i + 1 == items.size() || (items.get(i) instanceof Received.AccountRemoval
                    && !(items.get(i + 1) instanceof Received.AccountRemoval))) {
                runs.add(items.subList(begin, i + 1));
                begin = i + 1;
            }
        }
        return runs;
    }

    PostStore posts() {
        return posts;
    }

    ErasedAuthors erased() {
        return erased;
    }

    NearDuplicates duplicates() {
        return duplicates;
    }

    LiveRules rules() {
        return rules;
    }

    Workers workers() {
        return workers;
    }
}
