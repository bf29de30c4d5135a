package io.groundswell.creator.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkBatch;
import io.groundswell.kit.bulk.BulkInterruption;
import io.groundswell.kit.bulk.BulkParameters;
import io.groundswell.kit.bulk.BulkPlace;
import io.groundswell.kit.bulk.BulkReport;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** How far imports that carry a key have come; moved in the transaction that stores a batch. */
@ApplicationScoped
public class ImportProgress {
    static final ProblemType KEY_REUSED = new ProblemType("import-key-reused", 422,
            "The import key belongs to another import");

    private static final String FIND = "select * from import_progress where workspace_id = $1 and key = $2";

    /** Only from where this import left it: another one that runs with the same key would otherwise be overwritten. */
    private static final String ADVANCE = """
            insert into import_progress as p (workspace_id, key, subject, stored_up_to, digest, finished, created, updated, unchanged,
                unmatched, rejected, started_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
            on conflict (workspace_id, key) do update set
                stored_up_to = excluded.stored_up_to, digest = excluded.digest, finished = excluded.finished,
                created = p.created + excluded.created, updated = p.updated + excluded.updated,
                unchanged = p.unchanged + excluded.unchanged, unmatched = p.unmatched + excluded.unmatched,
                rejected = p.rejected + excluded.rejected, updated_at = excluded.updated_at
                where p.stored_up_to = $13 and p.digest = $14
            returning p.stored_up_to""";

    private final WorkspaceDatabase database;
    private final Clock clock;

    ImportProgress(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns how far an import has come, or fails with 404. */
    Uni<ImportView> get(Workspace workspace, String key) {
        return database.read(workspace, FIND, Tuple.of(workspace.key(), key)).map(rows -> {
            if (!rows.iterator().hasNext()) {
                throw ProblemException.notFound("import", key);
            }
            return view(rows.iterator().next());
        });
    }

    /**
     * Opens the import of a body, where there is a key at the place up to which it is stored.
     *
     * @throws ProblemException 422 {@code import-key-reused} when the key is that of an import of something else
     */
    public Run open(Workspace workspace, @Nullable String key, ImportSubject subject) {
        if (key == null) {
            return new Run(workspace, null, subject, BulkPlace.START);
        }
        return database.read(workspace, FIND, Tuple.of(workspace.key(), key)).map(rows -> {
            if (!rows.iterator().hasNext()) {
                return new Run(workspace, key, subject, BulkPlace.START);
            }
            Row row = rows.iterator().next();
            if (!row.getString("subject").equals(subject.name())) {
                throw reused("This key is that of an import of %s.".formatted(row.getString("subject")));
            }
            return new Run(workspace, key, subject, new BulkPlace(row.getLong("stored_up_to"), row.getString("digest")));
        }).await().indefinitely();
    }

    private static ProblemException reused(String detail) {
        return ProblemException.of(KEY_REUSED, detail + " Use another key for another body.",
                List.of(FieldError.header(BulkParameters.IMPORT_KEY, "reused", detail)));
    }

    private static ImportView view(Row row) {
        return new ImportView(row.getString("key"), ImportSubject.valueOf(row.getString("subject")),
                row.getLong("stored_up_to"),
                row.getBoolean("finished"),
                new ImportCounts(row.getLong("created"), row.getLong("updated"), row.getLong("unchanged"),
                        row.getLong("unmatched"), row.getLong("rejected")),
                instant(row, "started_at"), instant(row, "updated_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /** One body on its way in. Without a key it keeps no progress. Batches come one after the other. */
    public final class Run {
        private final Workspace workspace;
        private final @Nullable String key;
        private final ImportSubject subject;
        private BulkPlace stored;

        private Run(Workspace workspace, @Nullable String key, ImportSubject subject, BulkPlace stored) {
            this.workspace = workspace;
            this.key = key;
            this.subject = subject;
            this.stored = stored;
        }

        /** Tells whether progress is kept. */
        public boolean isKeyed() {
            return key != null;
        }

        /**
         * Passes over the lines of the body that are stored.
         *
         * @throws ProblemException 422 {@code import-key-reused} when the body does not begin with them
         */
        public void resume(BulkReport<?> report) {
            if (stored.line() == 0) {
                return;
            }
            if (!report.resumeAfter(stored)) {
                throw reused("Of this import, %d lines are stored; the body begins with others.".formatted(stored.line()));
            }
            report.beginningWith("resumed", new Resumed(stored.line()));
        }

        /**
         * Moves on to the end of a batch, within the transaction that stores it.
         *
         * @throws BulkInterruption by the Uni, when another import runs with the same key
         */
        public Uni<Void> advance(SqlConnection transaction, BulkBatch<?> batch, List<LineOutcome> outcomes) {
            BulkPlace end = batch.end();
            return key == null || end == null
                    ? Uni.createFrom().voidItem()
                    : move(transaction, key, end, ImportCounts.of(batch.decided(), outcomes), false);
        }

        /** Notes that the batch's transaction has committed. */
        public void advanced(BulkBatch<?> batch) {
            BulkPlace end = batch.end();
            stored = end == null ? stored : end;
        }

        /** Notes that the body came to its end. */
        public Uni<Void> finish(BulkPlace end) {
            return key == null
                    ? Uni.createFrom().voidItem()
                    : database.write(workspace,
                            transaction -> move(transaction, key, end, new ImportCounts(0, 0, 0, 0, 0), true));
        }

        private Uni<Void> move(SqlConnection transaction, String named, BulkPlace end, ImportCounts counts, boolean finished) {
            Tuple tuple = Tuple.tuple().addString(workspace.key()).addString(named).addString(subject.name())
                    .addLong(end.line()).addString(end.digest()).addBoolean(finished).addLong(counts.created())
                    .addLong(counts.updated()).addLong(counts.unchanged()).addLong(counts.unmatched())
                    .addLong(counts.rejected()).addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                    .addLong(stored.line()).addString(stored.digest());
            return transaction.preparedQuery(ADVANCE).execute(tuple).invoke(rows -> {
                if (rows.size() == 0) {
                    throw new BulkInterruption("Another import runs with the key %s.".formatted(named));
                }
            }).replaceWithVoid();
        }
    }

    /** The line of a report that says where it takes up. */
    private record Resumed(long afterLine) {}
}
