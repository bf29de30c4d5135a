package io.groundswell.campaign.post;

import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * When a change to what the public sees may be acknowledged. Each replica answers public reads from memory for {@link #LEASE}
 * after it asked PostgreSQL whether anything has changed. Whoever takes something back therefore commits, waits for longer than
 * that, and then says that it is done: no read that begins later shows it, on any replica. Both spans are measured by the
 * monotonic clock of one machine, so clocks need not agree; they must only run at about the same speed.
 */
@ApplicationScoped
public class PublicReads {
    /** How long a replica may answer from memory, from the moment when it sent the question whether anything has changed. */
    public static final Duration LEASE = Duration.ofMillis(200);

    /** For timers that end early and clocks that run at different speeds. */
    private static final Duration MARGIN = Duration.ofMillis(50);

    private static final String CHANGED = """
            select exists (select from gallery_revision
                where workspace_id = $1 and revision = pg_current_xact_id_if_assigned())""";

    private final WorkspaceDatabase database;
    private final Vertx vertx;

    PublicReads(WorkspaceDatabase database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    /**
     * Runs a change like {@link WorkspaceDatabase#write}. When it changed what the public sees, the returned work completes only
     * when every later read shows it so.
     */
    public <T> Uni<T> write(Workspace workspace, Function<SqlConnection, Uni<T>> work) {
        return database.write(workspace, transaction -> work.apply(transaction)
                .chain(result -> changed(transaction, workspace).map(changed -> new Outcome<>(result, changed))))
                .call(outcome -> outcome.changed() ? settled() : Uni.createFrom().voidItem())
                .map(Outcome::result);
    }

    /** Tells whether the transaction has changed what the public sees so far. */
    public Uni<Boolean> changed(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(CHANGED).execute(Tuple.of(workspace.key()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * Completes when no replica can answer any more from what it knew before this was asked for. To be asked for after the
     * commit, and outside of any transaction.
     */
    public Uni<Void> settled() {
        return Uni.createFrom().emitter(waiting -> vertx.setTimer(LEASE.plus(MARGIN).toMillis(), _ -> waiting.complete(null)));
    }

    private record Outcome<T>(T result, boolean changed) {}
}
