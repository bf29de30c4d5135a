package io.groundswell.kit.workspace;

import static io.groundswell.kit.trial.Databases.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.trial.Databases;
import io.groundswell.kit.trial.Note;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

@QuarkusTest
class WorkspaceTransactionTest {
    @Inject
    WorkspaceTransaction transaction;

    private final Workspace ours = Databases.workspace();
    private final Workspace theirs = Databases.workspace();

    @Test
    void whatTheWorkSavesIsCommitted() throws Throwable {
        // When
        await(() -> transaction.run(ours, () -> save(ours, "kept")));

        // Then
        assertEquals(List.of("kept"), textsOf(ours));
    }

    @Test
    void aQueryWithoutAWhereSeesTheRowsOfItsWorkspaceOnly() throws Throwable {
        // Given
        await(() -> transaction.run(ours, () -> save(ours, "ours")));
        await(() -> transaction.run(theirs, () -> save(theirs, "theirs")));

        // When
        List<Note> notes = await(() -> transaction.run(ours,
                () -> Panache.getSession().chain(session -> session.createQuery("from Note", Note.class).getResultList())));

        // Then
        assertEquals(List.of("ours"), notes.stream().map(note -> note.draft().text()).toList());
    }

    @Test
    void aWriteIntoAnotherWorkspaceIsRefused() throws Throwable {
        // When
        var refusal = assertThrows(Exception.class, () -> await(() -> transaction.run(ours, () -> save(theirs, "smuggled"))));

        // Then
        assertTrue(String.valueOf(refusal.getMessage()).contains("row-level security"), refusal::toString);
        assertEquals(List.of(), textsOf(theirs));
    }

    @Test
    void aFailureLeavesNothing() throws Throwable {
        // Given
        Supplier<Uni<Void>> work = () -> save(ours, "undone").chain(WorkspaceTransactionTest::flush)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind")));

        // When
        var failure = assertThrows(IllegalStateException.class, () -> await(() -> transaction.run(ours, work)));

        // Then
        assertEquals("changed my mind", failure.getMessage());
        assertEquals(List.of(), textsOf(ours));
    }

    @Test
    void aTransactionThatCouldNotCommitIsAFailure() throws Throwable {
        // Given
        Supplier<Uni<String>> work = () -> save(ours, "lost").chain(WorkspaceTransactionTest::flush)
                .chain(() -> Panache.getSession()).chain(session -> session.createNativeQuery("select 1 / 0").getSingleResult())
                .replaceWith("done")
                .onFailure().recoverWithItem("swallowed");

        // When
        var failure = assertThrows(Exception.class, () -> await(() -> transaction.run(ours, work)));

        // Then
        assertTrue(!failure.toString().isEmpty());
        assertEquals(List.of(), textsOf(ours));
    }

    @Test
    void aConflictRunsTheWorkAgainWithANewSession() throws Throwable {
        // Given
        var attempts = new AtomicInteger();
        Supplier<Uni<Void>> work = () -> save(ours, "attempt " + attempts.incrementAndGet())
                .chain(WorkspaceTransactionTest::flush)
                .chain(() -> attempts.get() < 3 ? fail("40P01") : Uni.createFrom().voidItem());

        // When
        await(() -> transaction.run(ours, work));

        // Then
        assertEquals(List.of("attempt 3"), textsOf(ours));
    }

    @Test
    void aConflictWithinARunningTransactionRunsAllOfItAgain() throws Throwable {
        // Given
        var attempts = new AtomicInteger();
        Supplier<Uni<Void>> inner = () -> attempts.get() < 2 ? fail("40001") : save(ours, "inner");
        Supplier<Uni<Void>> outer = () -> save(ours, "outer " + attempts.incrementAndGet())
                .chain(() -> transaction.run(ours, inner));

        // When
        await(() -> transaction.run(ours, outer));

        // Then
        assertEquals(List.of("inner", "outer 2"), textsOf(ours));
    }

    @Test
    void ofTwoThatChangeOneVersionTheSecondRunsAgainOnTheFirstsResult() throws Throwable {
        // Given
        var note = new Note(ours, new Note.Draft("counted", new Note.Rating(0)));
        await(() -> transaction.run(ours, () -> Panache.getSession().chain(session -> session.persist(note))));
        var bothLoaded = new CompletableFuture<Void>();
        var loaded = new AtomicInteger();
        Supplier<Uni<Void>> work = () -> Panache.getSession()
                .chain(session -> session.find(Note.class, new WorkspaceKey(ours, note.id())))
                .call(() -> {
                    if (loaded.incrementAndGet() == 2) {
                        bothLoaded.complete(null);
                    }
                    return onThisContext(bothLoaded);
                })
                .invoke(found -> found.revise(new Note.Draft("counted", new Note.Rating(found.draft().rating().stars() + 1))))
                .replaceWithVoid();
        CompletableFuture<Void> first = start(() -> transaction.run(ours, work));

        // When
        await(() -> transaction.run(ours, work));

        // Then
        first.get(20, TimeUnit.SECONDS);
        assertEquals(List.of("2"), stored("select stars from note where workspace_id = ?", ours.key()));
    }

    @Test
    void aCallerThatGoesAwayDoesNotCutTheWorkShort() throws Throwable {
        // Given
        long lock = ThreadLocalRandom.current().nextLong();
        var reached = new CompletableFuture<Void>();
        var open = new CompletableFuture<Void>();
        Supplier<Uni<Void>> work = () -> Panache.getSession()
                .chain(session -> session.createNativeQuery("select pg_advisory_xact_lock(" + lock + ")::text")
                        .getSingleResult())
                .invoke(() -> reached.complete(null))
                .chain(() -> onThisContext(open))
                .chain(() -> save(ours, "kept"));
        var caller = new CompletableFuture<Cancellable>();
        VertxContextSupport.subscribe(() -> transaction.run(ours, work).toMulti(),
                subscribe -> caller.complete(subscribe.with(_ -> {})));
        reached.get(20, TimeUnit.SECONDS);

        // When
        caller.get(20, TimeUnit.SECONDS).cancel();

        // Then
        open.complete(null);
        try (Connection afterwards = PostgresTestResource.superuser()) {
            Databases.query(afterwards, "select pg_advisory_lock(?)", lock);
            assertEquals(List.of("kept"), textsOf(ours));
        }
    }

    private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }

    private static CompletableFuture<Void> start(Supplier<Uni<Void>> work) {
        return CompletableFuture.runAsync(() -> {
            try {
                await(work);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A session stays on its own thread, whoever completes the future. */
    private static Uni<Void> onThisContext(CompletableFuture<Void> future) {
        Context session = Vertx.currentContext();
        return Uni.createFrom().completionStage(future.copy()).emitOn(task -> session.runOnContext(_ -> task.run()));
    }

    private static Uni<Void> save(Workspace workspace, String text) {
        var note = new Note(workspace, new Note.Draft(text, new Note.Rating(1)));
        return Panache.getSession().chain(session -> session.persist(note));
    }

    private static Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    private static Uni<Void> fail(String state) {
        return Panache.getSession().chain(session -> session
                .createNativeQuery("do $$ begin raise exception 'made up' using errcode = '" + state + "'; end $$")
                .executeUpdate()).replaceWithVoid();
    }

    private static List<String> textsOf(Workspace workspace) throws SQLException {
        return stored("select text from note where workspace_id = ? order by text", workspace.key());
    }
}
