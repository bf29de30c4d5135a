package io.groundswell.creator.imports;

import java.util.List;
import java.util.function.Function;

import io.groundswell.kit.bulk.BulkBatch;
import io.groundswell.kit.bulk.BulkPlace;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The transactions of one import: a batch each, with its progress, or, in a trial, one that is rolled back. */
public final class ImportTransactions {
    /** Enough for what a batch costs beside its lines hardly to count, and few enough for two of them to fit a small heap. */
    public static final int BATCH_LINES = 1_000;

    private final WorkspaceDatabase database;
    private final ImportProgress.Run run;
    private final boolean trial;

    /**
     * @param trial whether nothing is to be kept; such a run has no key
     */
    public ImportTransactions(WorkspaceDatabase database, ImportProgress.Run run, boolean trial) {
        this.database = database;
        this.run = run;
        this.trial = trial;
    }

    /** Tells whether what is stored is taken back. */
    public boolean isTrial() {
        return trial;
    }

    /** Stores a batch by the work, which is given its transaction. */
    public Uni<List<LineOutcome>> store(Workspace workspace, BulkBatch<?> batch,
            Function<SqlConnection, Uni<List<LineOutcome>>> work) {
        if (batch.items().isEmpty() && !run.isKeyed()) {
            return Uni.createFrom().item(List.of());
        }
        if (trial) {
            return database.rehearse(workspace, work);
        }
        return database.write(workspace, transaction -> work.apply(transaction)
                .call(outcomes -> run.advance(transaction, batch, outcomes))).invoke(() -> run.advanced(batch));
    }

    /** Notes that the body came to its end. */
    public Uni<Void> finish(BulkPlace end) {
        return run.finish(end);
    }
}
