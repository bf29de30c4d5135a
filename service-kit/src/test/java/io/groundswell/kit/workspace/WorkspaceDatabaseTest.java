package io.groundswell.kit.workspace;

import static io.groundswell.kit.trial.Databases.await;
import static io.groundswell.kit.trial.Databases.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.trial.Databases;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.TransactionRollbackException;

@QuarkusTest
class WorkspaceDatabaseTest {
    private static final String INSERT = "insert into note (workspace_id, id, version, text, stars) values ($1, $2, 0, $3, 1)";
    private static final int MORE_THAN_THE_POOL_HAS = 50;

    @Inject
    WorkspaceDatabase database;
    @Inject
    Pool pool;

    private final Workspace ours = Databases.workspace();
    private final Workspace theirs = Databases.workspace();

    @Test
    void aReadSeesItsWorkspaceOnly() {
        // Given
        await(write(ours, "ours"));
        await(write(theirs, "theirs"));

        // When
        RowSet<Row> rows = await(database.read(ours, "select text from note", Tuple.tuple()));

        // Then
        assertEquals(List.of("ours"), texts(rows));
    }

    @Test
    void readsOfManyWorkspacesAtOnceAreNotMixedUp() {
        // Given
        List<Workspace> workspaces = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            workspaces.add(Databases.workspace());
        }
        List<Uni<Void>> writes = workspaces.stream().map(workspace -> write(workspace, workspace.key())).toList();
        await(Uni.join().all(writes).andFailFast());
        List<Uni<List<String>>> reads = workspaces.stream()
                .map(workspace -> database.read(workspace, "select text from note", Tuple.tuple())
                        .map(WorkspaceDatabaseTest::texts))
                .toList();

        // When
        List<List<String>> seen = await(Uni.join().all(reads).andFailFast());

        // Then
        assertEquals(workspaces.stream().map(workspace -> List.of(workspace.key())).toList(), seen);
    }

    @Test
    void noPooledConnectionCarriesAWorkspaceOver() {
        // Given
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            await(database.read(ours, "select 1", Tuple.tuple()));
            await(write(ours, "x"));
        }
        List<Uni<RowSet<Row>>> looks = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            looks.add(pool.query("select coalesce(current_setting('app.workspace', true), '') as text from pg_sleep(0)")
                    .execute());
        }

        // When
        List<RowSet<Row>> settings = await(Uni.join().all(looks).andFailFast());

        // Then
        assertTrue(settings.stream().allMatch(rows -> texts(rows).equals(List.of(""))));
    }

    @Test
    void aReadCannotWrite() {
        // When
        var refusal = assertThrows(DatabaseException.class,
                () -> await(database.read(ours, INSERT, Tuple.of(ours.key(), UUID.randomUUID(), "x"))));

        // Then
        assertEquals("25006", refusal.getSqlState());
    }

    @Test
    void aFailedReadSaysItsOwnReasonAndLeavesItsConnectionUsable() {
        // Given
        List<String> broken = List.of("select 1 / 0 as text", "select text from nowhere", "selekt 1", "select $1::int");
        List<String> reasons = new ArrayList<>();

        // When
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            String sql = broken.get(i % broken.size());
            reasons.add(await(database.read(ours, sql, tupleFor(sql)).map(_ -> "none")
                    .onFailure().recoverWithItem(WorkspaceDatabaseTest::reason)));
        }

        // Then
        assertEquals(List.of("22012", "42P01", "42601", "wrong parameter"), reasons.stream().distinct().toList());
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            assertEquals(List.of("fine"), texts(await(database.read(ours, "select 'fine' as text", Tuple.tuple()))));
        }
    }

    @Test
    void aWriteWhoseWorkFailsLeavesNothing() throws SQLException {
        // Given
        Uni<Object> work = database.write(ours, transaction -> insert(transaction, ours, "undone")
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind"))));

        // When
        var failure = assertThrows(IllegalStateException.class, () -> await(work));

        // Then
        assertEquals("changed my mind", failure.getMessage());
        assertEquals(List.of(), textsOf(ours));
    }

    @Test
    void workThatThrowsLeavesNothingAndNoOpenTransaction() throws SQLException {
        // Given
        Uni<Object> work = database.write(ours, _ -> {
            throw new IllegalStateException("before any statement");
        });

        // When
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            assertThrows(IllegalStateException.class, () -> await(work));
        }

        // Then
        assertEquals(List.of("0"), stored("select count(*) from pg_stat_activity where state like 'idle in transaction%'"));
    }

    @Test
    void aWriteIntoAnotherWorkspaceIsRefused() throws SQLException {
        // Given
        Uni<Void> work = database.write(ours, transaction -> insert(transaction, theirs, "smuggled"));

        // When
        var refusal = assertThrows(DatabaseException.class, () -> await(work));

        // Then
        assertEquals("42501", refusal.getSqlState());
        assertEquals(List.of(), textsOf(theirs));
    }

    @Test
    void aTransactionThatCouldNotCommitIsAFailure() throws SQLException {
        // Given
        Uni<String> work = database.write(ours, transaction -> insert(transaction, ours, "lost")
                .chain(() -> transaction.query("select 1 / 0").execute())
                .replaceWith("done")
                .onFailure().recoverWithItem("swallowed"));

        // When
        var failure = assertThrows(RuntimeException.class, () -> await(work));

        // Then
        assertTrue(failure instanceof TransactionRollbackException || failure instanceof DatabaseException, failure::toString);
        assertEquals(List.of(), textsOf(ours));
    }

    @Test
    void aConflictRunsTheWorkAgainInANewTransaction() throws SQLException {
        // Given
        var attempts = new AtomicInteger();
        List<String> transactions = new ArrayList<>();
        Uni<Void> work = database.write(ours, transaction -> insert(transaction, ours, "attempt " + attempts.incrementAndGet())
                .chain(() -> transaction.query("select pg_current_xact_id()::text as text").execute())
                .invoke(rows -> transactions.addAll(texts(rows)))
                .chain(() -> attempts.get() < 3 ? fail(transaction, "40001") : Uni.createFrom().voidItem()));

        // When
        await(work);

        // Then
        assertEquals(List.of("attempt 3"), textsOf(ours));
        assertEquals(3, transactions.stream().distinct().count());
    }

    @Test
    void aConflictThatNeverEndsIsTheCallersInTheEnd() {
        // Given
        var attempts = new AtomicInteger();
        Uni<Void> work = database.write(ours, transaction -> {
            attempts.incrementAndGet();
            return fail(transaction, "40P01");
        });

        // When
        var failure = assertThrows(DatabaseException.class, () -> await(work));

        // Then
        assertEquals("40P01", failure.getSqlState());
        assertEquals(5, attempts.get());
    }

    @Test
    void anotherFailureIsNotTriedAgain() {
        // Given
        var attempts = new AtomicInteger();
        Uni<Void> work = database.write(ours, transaction -> {
            attempts.incrementAndGet();
            return fail(transaction, "23505");
        });

        // When
        assertThrows(DatabaseException.class, () -> await(work));

        // Then
        assertEquals(1, attempts.get());
    }

    @Test
    void ofTwoThatWaitForEachOtherBothFinish() throws SQLException {
        // Given
        await(write(ours, "a"));
        await(write(ours, "b"));
        var firstHasA = new CompletableFuture<Void>();
        var secondHasB = new CompletableFuture<Void>();
        Uni<Void> first = database.write(ours, transaction -> star(transaction, "a").invoke(() -> firstHasA.complete(null))
                .chain(() -> Uni.createFrom().completionStage(secondHasB.copy())).chain(() -> star(transaction, "b")));
        Uni<Void> second = database.write(ours, transaction -> star(transaction, "b").invoke(() -> secondHasB.complete(null))
                .chain(() -> Uni.createFrom().completionStage(firstHasA.copy())).chain(() -> star(transaction, "a")));

        // When
        await(Uni.join().all(first, second).andFailFast());

        // Then
        assertEquals(List.of("3", "3"), stored("select stars from note where workspace_id = ? order by text", ours.key()));
    }

    @Test
    void aCallerThatGoesAwayDoesNotCutTheWorkShort() throws Exception {
        // Given
        long lock = ThreadLocalRandom.current().nextLong();
        var reached = new CompletableFuture<Void>();
        var open = new CompletableFuture<Void>();
        Uni<Void> work = database.write(ours,
                transaction -> transaction.query("select pg_advisory_xact_lock(" + lock + ")").execute()
                        .invoke(() -> reached.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(open.copy()))
                        .chain(() -> insert(transaction, ours, "kept")));
        var subscription = work.subscribe().with(_ -> {});
        reached.get(20, TimeUnit.SECONDS);

        // When
        subscription.cancel();

        // Then
        open.complete(null);
        try (Connection afterwards = PostgresTestResource.superuser()) {
            Databases.query(afterwards, "select pg_advisory_lock(?)", lock);
            assertEquals(List.of("kept"), textsOf(ours));
        }
    }

    private static String reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("can not be coerced") ? "wrong parameter" : String.valueOf(SqlState.of(failure));
    }

    private static Tuple tupleFor(String sql) {
        return sql.contains("$1") ? Tuple.of("not a number") : Tuple.tuple();
    }

    private Uni<Void> write(Workspace workspace, String text) {
        return database.write(workspace, transaction -> insert(transaction, workspace, text));
    }

    private static Uni<Void> insert(SqlConnection transaction, Workspace workspace, String text) {
        return transaction.preparedQuery(INSERT).execute(Tuple.of(workspace.key(), UUID.randomUUID(), text)).replaceWithVoid();
    }

    private static Uni<Void> star(SqlConnection transaction, String text) {
        return transaction.preparedQuery("update note set stars = stars + 1 where text = $1").execute(Tuple.of(text))
                .replaceWithVoid();
    }

    private static Uni<Void> fail(SqlConnection transaction, String state) {
        return transaction.query("do $$ begin raise exception 'made up' using errcode = '" + state + "'; end $$").execute()
                .replaceWithVoid();
    }

    private static List<String> textsOf(Workspace workspace) throws SQLException {
        return stored("select text from note where workspace_id = ? order by text", workspace.key());
    }

    private static List<String> texts(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getString("text")).toList();
    }
}
