package io.groundswell.kit.outbox;

import static io.groundswell.kit.trial.Databases.await;
import static io.groundswell.kit.trial.Databases.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.kit.trial.Databases;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

@QuarkusTest
class FeedReaderTest {
    private static final String INSERT = "insert into effect (workspace_id, reader, event_id) values ($1, $2, $3)";

    @Inject
    WorkspaceDatabase database;

    private final Workspace acme = Databases.workspace();
    private final Workspace bolt = Databases.workspace();
    private final String name = "reader-" + UUID.randomUUID();
    private final TellingSource source = new TellingSource();
    private final RecordingConsumer consumer = new RecordingConsumer();

    @Test
    void eachEventHasItsEffectInItsWorkspaceAndTheFeedsOrder() throws SQLException {
        // Given
        source.tell(event(acme, "1-1"), event(acme, "1-2"), event(bolt, "2-3"), event(acme, "4-4"));

        // When
        int applied = await(reader().step());

        // Then
        assertEquals(4, applied);
        assertEquals(source.ids(), effects());
        assertEquals(List.of(acme.key() + " 2", bolt.key() + " 1", acme.key() + " 1"), consumer.calls);
        assertEquals("4-4", position());
    }

    @Test
    void aSourceThatRepeatsItselfMakesNoSecondEffect() throws SQLException {
        // Given
        source.repeatsEverything = true;
        FeedEvent twice = event(acme, "1-2");
        source.tell(event(acme, "1-1"), twice, twice);
        FeedReader reader = reader();
        await(reader.step());
        source.tell(event(acme, "2-1"));

        // When
        int applied = await(reader.step()) + await(reader.step());

        // Then
        assertEquals(1, applied);
        assertEquals(source.ids().stream().distinct().toList(), effects());
    }

    @Test
    void aBatchOutOfOrderIsRefusedBecauseAnEventWouldBeLost() throws SQLException {
        // Given
        source.tell(event(acme, "1-2"), event(acme, "1-1"));

        // When
        var failure = assertThrows(IllegalStateException.class, () -> await(reader().step()));

        // Then
        assertEquals("The feed is not in order: 1-1 comes after 1-2", failure.getMessage());
        assertEquals(List.of(), effects());
    }

    @Test
    void whatHappensBetweenEffectAndPositionUndoesBoth() throws SQLException {
        // Given
        source.tell(event(acme, "1-1"), event(bolt, "2-1"));
        consumer.failures.set(1);
        consumer.failsAfterEffect = bolt;
        FeedReader reader = reader();

        // When
        assertThrows(IllegalStateException.class, () -> await(reader.step()));

        // Then
        assertEquals(List.of(), effects());
        assertEquals(2, await(reader.step()));
        assertEquals(source.ids(), effects());
    }

    @Test
    void theBatchOfASlowerReplicaIsStale() throws SQLException {
        // Given
        source.tell(event(acme, "1-1"));
        var slowSource = new HeldSource(source);
        CompletableFuture<Integer> slow = new FeedReader(slowSource, database, consumer).step().subscribeAsCompletionStage();
        await(Uni.createFrom().completionStage(slowSource.asked));
        await(reader().step());

        // When
        slowSource.open.complete(null);

        // Then
        assertEquals(0, await(Uni.createFrom().completionStage(slow)));
        assertEquals(source.ids(), effects());
        assertEquals("1-1", position());
    }

    @Test
    void twoReplicasAtOnceMakeOneEffectOfEachEvent() throws Exception {
        // Given
        for (int i = 1; i <= 120; i++) {
            source.tell(event(i % 3 == 0 ? bolt : acme, i + "-1"));
        }
        source.batch = 7;
        FeedReader one = reader();
        FeedReader two = reader();

        // When
        one.start();
        two.start();

        // Then
        source.readUpTo("120-1").get(20, TimeUnit.SECONDS);
        CompletableFuture.allOf(one.stop(), two.stop()).get(20, TimeUnit.SECONDS);
        assertEquals(source.ids(), effects());
        assertEquals("120-1", position());
    }

    @Test
    void aReaderRecoversWhenItsSourceIsBack() throws Exception {
        // Given
        source.outages = 2;
        source.tell(event(acme, "1-1"));
        FeedReader reader = reader();

        // When
        reader.start();

        // Then
        source.readUpTo("1-1").get(20, TimeUnit.SECONDS);
        reader.stop().get(20, TimeUnit.SECONDS);
        assertEquals(source.ids(), effects());
        assertTrue(source.reads.get() >= 4, "two outages, a batch and the look after it");
    }

    @Test
    void aReaderRecoversWhenItsConsumerFails() throws Exception {
        // Given
        consumer.failures.set(1);
        consumer.failsAfterEffect = acme;
        source.tell(event(acme, "1-1"));
        FeedReader reader = reader();

        // When
        reader.start();

        // Then
        source.readUpTo("1-1").get(20, TimeUnit.SECONDS);
        reader.stop().get(20, TimeUnit.SECONDS);
        assertEquals(source.ids(), effects());
    }

    @Test
    void stoppingDoesNotWaitForTheLongPoll() throws Exception {
        // Given
        var held = new HeldSource(source);
        var reader = new FeedReader(held, database, consumer);
        reader.start();
        held.asked.get(20, TimeUnit.SECONDS);

        // When
        CompletableFuture<Void> stopped = reader.stop();

        // Then
        stopped.get(20, TimeUnit.SECONDS);
        assertTrue(!held.open.isDone(), "the source has not answered yet");
    }

    @Test
    void stoppingFinishesTheBatchInHand() throws Exception {
        // Given
        consumer.held = true;
        source.tell(event(acme, "1-1"));
        FeedReader reader = reader();
        reader.start();
        consumer.reached.get(20, TimeUnit.SECONDS);

        // When
        CompletableFuture<Void> stopped = reader.stop();

        // Then
        assertTrue(!stopped.isDone());
        consumer.open.complete(null);
        stopped.get(20, TimeUnit.SECONDS);
        assertEquals(source.ids(), effects());
        assertEquals("1-1", position());
    }

    @Test
    void aStoppedReaderCanStartAgain() throws Exception {
        // Given
        FeedReader reader = reader();
        reader.start();
        reader.stop().get(20, TimeUnit.SECONDS);
        source.tell(event(acme, "1-1"));

        // When
        reader.start();

        // Then
        source.readUpTo("1-1").get(20, TimeUnit.SECONDS);
        reader.stop().get(20, TimeUnit.SECONDS);
        assertEquals(source.ids(), effects());
    }

    private FeedReader reader() {
        return new FeedReader(source, database, consumer);
    }

    private static FeedEvent event(Workspace workspace, String position) {
        return new FeedEvent("1.0", UUID.randomUUID(), "/trial", "note.written", "n", Instant.EPOCH, "application/json",
                workspace.key(), position, JsonNodeFactory.instance.objectNode());
    }

    private List<String> effects() throws SQLException {
        return stored("select event_id from effect where reader = ? order by place", name);
    }

    private String position() throws SQLException {
        return stored("select position from feed_position where consumer = ?", name).getFirst();
    }

    /** A feed in memory. */
    private static final class TellingSource implements FeedSource {
        final AtomicInteger reads = new AtomicInteger();
        volatile boolean repeatsEverything;
        volatile int outages;
        volatile int batch = 1000;
        private final List<FeedEvent> events = new CopyOnWriteArrayList<>();
        private volatile @Nullable FeedPosition awaited;
        private final CompletableFuture<Void> reached = new CompletableFuture<>();

        void tell(FeedEvent... told) {
            events.addAll(List.of(told));
        }

        List<String> ids() {
            return events.stream().map(event -> event.id().toString()).toList();
        }

        /** Completes when a reader asks for what comes after the position, so has stored it. */
        CompletableFuture<Void> readUpTo(String position) {
            awaited = FeedPosition.parse(position);
            return reached;
        }

        @Override
        public Uni<List<FeedEvent>> read(FeedPosition after) {
            if (reads.incrementAndGet() <= outages) {
                return Uni.createFrom().failure(new java.net.ConnectException("Connection refused"));
            }
            if (after.equals(awaited)) {
                reached.complete(null);
            }
            return Uni.createFrom().item(events.stream()
                    .filter(event -> repeatsEverything || FeedPosition.parse(event.position()).compareTo(after) > 0)
                    .limit(batch).toList());
        }
    }

    /** A source that answers when the test says so, with what there was when it was asked. */
    private static final class HeldSource implements FeedSource {
        final CompletableFuture<Void> asked = new CompletableFuture<>();
        final CompletableFuture<Void> open = new CompletableFuture<>();
        private final FeedSource source;

        HeldSource(FeedSource source) {
            this.source = source;
        }

        @Override
        public Uni<List<FeedEvent>> read(FeedPosition after) {
            return source.read(after).call(() -> {
                asked.complete(null);
                return Uni.createFrom().completionStage(open.copy());
            });
        }
    }

    /** Stores one row per event; may fail once it has, or wait. */
    private final class RecordingConsumer implements FeedConsumer {
        final List<String> calls = new ArrayList<>();
        final CompletableFuture<Void> reached = new CompletableFuture<>();
        final CompletableFuture<Void> open = new CompletableFuture<>();
        volatile boolean held;
        final AtomicInteger failures = new AtomicInteger();
        volatile @Nullable Workspace failsAfterEffect;

        @Override
        public String name() {
            return name;
        }

        @Override
        public EventTypes types() {
            return EventTypes.ALL;
        }

        @Override
        public Uni<Void> apply(SqlConnection transaction, Workspace workspace, List<FeedEvent> events) {
            synchronized (calls) {
                calls.add(workspace.key() + " " + events.size());
            }
            List<Tuple> rows = events.stream().map(event -> Tuple.of(workspace.key(), name, event.id())).toList();
            return transaction.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid().chain(() -> {
                if (workspace.equals(failsAfterEffect) && failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("killed after the effect");
                }
                reached.complete(null);
                return held ? Uni.createFrom().completionStage(open.copy()) : Uni.createFrom().voidItem();
            });
        }
    }
}
