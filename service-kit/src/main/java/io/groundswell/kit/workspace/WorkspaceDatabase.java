package io.groundswell.kit.workspace;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * SQL inside one workspace: views, search and bulk. The setting that row-level security reads is local to the
 * transaction, so a pooled connection carries no workspace over to its next user.
 */
@ApplicationScoped
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
public class WorkspaceDatabase {
    private static final String ENTER = "select set_config('app.workspace', $1, true)";
    private static final String PLAN_ANEW = "set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final Pool pool;

    WorkspaceDatabase(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs one reading statement. Begin, setting, statement and commit are sent without waiting in between: isolation then
     * costs one round trip like a bare statement.
     */
    public Uni<RowSet<Row>> read(Workspace workspace, String sql, Tuple parameters) {
        return read(ENTER, workspace, sql, parameters);
    }

    /**
     * Runs one reading statement whose best plan depends on its parameters, because they select a handful of rows or nearly
     * all: filters, and figures over a campaign's posts. It is planned for its parameters each time, which takes about a
     * millisecond; a prepared plan, made for the average, can take a hundred times as long as the right one.
     */
    public Uni<RowSet<Row>> search(Workspace workspace, String sql, Tuple parameters) {
        return read(ENTER + ", " + PLAN_ANEW, workspace, sql, parameters);
    }

    private Uni<RowSet<Row>> read(String enter, Workspace workspace, String sql, Tuple parameters) {
        return pool.withConnection(connection -> Uni.join()
                .all(connection.query("begin transaction read only").execute(),
                        connection.preparedQuery(enter).execute(Tuple.of(workspace.key())),
                        connection.preparedQuery(sql).execute(parameters),
                        connection.query("commit").execute())
                .andCollectFailures()
                .onFailure().transform(WorkspaceDatabase::firstCause)
                .map(results -> results.get(2)));
    }

    /**
     * Runs a change in one transaction, which commits when the returned work succeeds. A caller that goes away does not cut
     * it short. After a deadlock or serialization failure the work runs again in a new transaction, so it must have no
     * effect outside of the database.
     */
    public <T> Uni<T> write(Workspace workspace, Function<SqlConnection, Uni<T>> work) {
        Uni<T> attempts = Uni.createFrom()
                .deferred(() -> pool.withConnection(connection -> attempt(connection, workspace, work)))
                .onFailure(Conflicts::isConflict).retry().atMost(Conflicts.RETRIES);
        return uncancelled(attempts);
    }

    /**
     * Runs a change in one transaction that is rolled back whatever becomes of the work: a trial that tells what would happen.
     * Work is run again as by {@link #write}.
     */
    public <T> Uni<T> rehearse(Workspace workspace, Function<SqlConnection, Uni<T>> work) {
        Uni<T> attempts = Uni.createFrom().deferred(() -> pool.withConnection(connection -> Uni.combine().all()
                .unis(connection.begin(), enter(connection, workspace)).asTuple()
                .chain(begun -> Uni.createFrom().deferred(() -> work.apply(connection))
                        .onItemOrFailure().call((_, _) -> begun.getItem1().rollback().onFailure().recoverWithNull()))))
                .onFailure(Conflicts::isConflict).retry().atMost(Conflicts.RETRIES);
        return uncancelled(attempts);
    }

    /** Changes to another workspace within a transaction, for work that spans several: the reader of a feed. */
    public static Uni<Void> enter(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(ENTER).execute(Tuple.of(workspace.key())).replaceWithVoid();
    }

    /** Has the rest of the transaction planned for its parameters: for statements over batches, whose sizes differ. */
    public static Uni<Void> planAnew(SqlConnection transaction) {
        return transaction.preparedQuery("select " + PLAN_ANEW).execute().replaceWithVoid();
    }

    /**
     * Ends what {@link #planAnew} began. To be called before many rows are stored in a table with foreign keys: each row is checked
     * by a statement, and planning that costs ten times as much as the check.
     */
    public static Uni<Void> keepPlans(SqlConnection transaction) {
        return transaction.preparedQuery("select set_config('plan_cache_mode', 'auto', true)").execute().replaceWithVoid();
    }

    private static <T> Uni<T> attempt(SqlConnection connection, Workspace workspace, Function<SqlConnection, Uni<T>> work) {
        return Uni.combine().all().unis(connection.begin(), enter(connection, workspace)).asTuple()
                .chain(begun -> finish(begun.getItem1(), Uni.createFrom().deferred(() -> work.apply(connection))));
    }

    private static <T> Uni<T> finish(Transaction transaction, Uni<T> work) {
        return work
                .onFailure().call(failure -> transaction.rollback().onFailure().recoverWithNull())
                .call(transaction::commit);
    }

    /** Keeps running when the subscriber cancels: a client that hangs up must not leave a transaction half-way. */
    static <T> Uni<T> uncancelled(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }

    /** What follows a failed statement in the pipeline fails too, with "transaction is aborted"; the first says why. */
    private static Throwable firstCause(Throwable failure) {
        return failure instanceof CompositeException composite ? composite.getCauses().getFirst() : failure;
    }
}
