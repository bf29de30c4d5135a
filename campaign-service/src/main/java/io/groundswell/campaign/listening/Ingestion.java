package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.groundswell.campaign.listening.ListeningOutcome.Origin;
import io.groundswell.campaign.listening.ListeningOutcome.Received;
import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.BulkWork;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Ingests one body of posts for one workspace. */
final class Ingestion implements BulkWork<Received> {
    /** Most lines of a stream match nothing: what a transaction costs is shared by more of them. */
    private static final int BATCH_LINES = 1_000;

    private final WorkspaceDatabase database;
    private final PostIntake intake;
    private final PublicReads publicReads;
    private final Workspace workspace;
    private final Instant seenAt;

    /**
     * @param seenAt when the payloads were read from their networks, for those that do not tell
     */
    Ingestion(WorkspaceDatabase database, PostIntake intake, PublicReads publicReads, Workspace workspace,
            Instant seenAt) {
        this.database = database;
        this.intake = intake;
        this.publicReads = publicReads;
        this.workspace = workspace;
        this.seenAt = seenAt;
    }

    @Override
    public List<Entry<Received>> read(BulkLine line) {
        return switch (line) {
            case BulkLine.Unreadable unreadable -> List.of(new Entry.Decided<>(ListeningOutcome.unreadable(unreadable)));
            case BulkLine.Document document -> read(document);
        };
    }

    private List<Entry<Received>> read(BulkLine.Document document) {
        List<SourceItem> items = PostSources.read(document.json(), seenAt);
        List<Entry<Received>> entries = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            entries.add(entry(new Origin(document.number(), items.size() == 1 ? null : i), items.get(i)));
        }
        return entries;
    }

    static Entry<Received> entry(Origin origin, SourceItem item) {
        return switch (item) {
            case SourceItem.Published(NetworkPost post) -> new Entry.Item<>(new Received.Post(origin, post));
            case SourceItem.Deleted(var network, var id) -> new Entry.Item<>(new Received.Deletion(origin, network, id));
            case SourceItem.AccountRemoved(var network, var author) ->
                new Entry.Item<>(new Received.AccountRemoval(origin, network, author));
            case SourceItem.Ignored(var detail) ->
                new Entry.Decided<>(ListeningOutcome.ignored(origin, null, null, detail));
            case SourceItem.Rejected rejected -> new Entry.Decided<>(ListeningOutcome.rejected(origin, rejected));
        };
    }

    @Override
    public Uni<List<LineOutcome>> store(List<Received> batch) {
        return database.write(workspace, transaction -> intake.take(transaction, workspace, batch)
                .chain(outcomes -> tookBack(transaction, outcomes).map(tookBack -> new Stored(outcomes, tookBack))))
                .call(stored -> stored.tookBack() ? publicReads.settled() : Uni.createFrom().voidItem())
                .map(Stored::outcomes);
    }

    /**
     * What became of a batch.
     *
     * @param tookBack whether something was deleted or edited that the public may have seen
     */
    private record Stored(List<LineOutcome> outcomes, boolean tookBack) {}

    private Uni<Boolean> tookBack(SqlConnection transaction, List<LineOutcome> outcomes) {
        return outcomes.stream().anyMatch(outcome -> outcome.outcome() == ListeningOutcome.Outcome.WITHDRAWN
                || outcome.outcome() == ListeningOutcome.Outcome.UPDATED)
                        ? publicReads.changed(transaction, workspace)
                        : Uni.createFrom().item(false);
    }

    @Override
    public int batchLines() {
        return BATCH_LINES;
    }

    @Override
    public LineOutcome refused(Received item) {
        return ListeningOutcome.refused(item);
    }
}
