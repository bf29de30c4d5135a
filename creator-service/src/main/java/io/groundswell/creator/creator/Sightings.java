package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.TierScheme;
import io.groundswell.creator.tier.TierSchemes;
import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Stores what was seen, batch by batch: one statement tells which accounts are known and what they were last told, the creators
 * of those that were told something else are loaded, the decision falls in memory, and what is new and what is changed is stored
 * by one statement each.
 */
@ApplicationScoped
public class Sightings {
    /**
     * Writers of creators in one workspace queue here. Two batches that bring the same new account could otherwise both find
     * nothing, and two keys per account leave no order of locking that is free of deadlocks. It also spares a lock on each
     * row, which would write every creator of a file in which nothing is new.
     */
    static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended('creators ' || %s, 0)) as text)";

    private final TierSchemes schemes;
    private final FigureHistory history;
    private final ErasedAccounts erased;
    private final Outbox outbox;
    private final Clock clock;

    Sightings(TierSchemes schemes, FigureHistory history, ErasedAccounts erased, Outbox outbox, Clock clock) {
        this.schemes = schemes;
        this.history = history;
        this.erased = erased;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Queues with the other writers of creators of the workspace until the transaction ends. */
    public static Uni<Void> queue(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(LOCK.formatted("$1")).execute(Tuple.of(workspace.key())).replaceWithVoid();
    }

    /**
     * Takes sightings in order within a transaction of the workspace, and tells the other services of new creators and of
     * changed tiers in the same one. Returns one answer per sighting, in order. Statements that need nothing of each other are
     * sent together: PostgreSQL does one while this service still writes or reads another.
     */
    public Uni<List<Seen>> record(SqlConnection transaction, Workspace workspace, List<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var store = new SightingStore(transaction, workspace);
        @Nullable
        Seen[] seen = new Seen[sightings.size()];
        return Uni.combine().all().unis(WorkspaceDatabase.planAnew(transaction), queue(transaction, workspace),
                store.probe(sightings), schemes.inForce(transaction, workspace)).asTuple()
                .chain(found -> {
                    KnownAccounts known = found.getItem3();
                    List<Sighting> remaining = known.remaining(sightings, seen);
                    return remaining.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : store.load(known.creators(remaining)).chain(
                                    creators -> take(transaction, workspace, found.getItem4(), remaining, creators, seen));
                })
                .map(_ -> Arrays.asList(seen));
    }

    /**
     * Tells of creators what they are to the brand, within a transaction of the workspace that has the writers' lock.
     *
     * @return what became of each that is known
     */
    public Uni<Map<UUID, Seen.Outcome>> become(SqlConnection transaction, Workspace workspace, Collection<UUID> creators,
            CreatorKind kind, DiscoveredVia via) {
        var store = new SightingStore(transaction, workspace);
        return store.load(creators).chain(loaded -> {
            Map<UUID, Seen.Outcome> outcomes = new HashMap<>();
            List<Creator> changed = new ArrayList<>();
            for (Creator creator : loaded) {
                outcomes.put(creator.id(), become(creator, kind, via));
                if (outcomes.get(creator.id()) == Seen.Outcome.UPDATED) {
                    creator.touch(now());
                    changed.add(creator);
                }
            }
            return store.update(changed, List.of()).replaceWith(outcomes);
        });
    }

    private static Seen.Outcome become(Creator creator, CreatorKind kind, DiscoveredVia via) {
        if (!creator.stage().isFollowed()) {
            return Seen.Outcome.OPTED_OUT;
        }
        CreatorKind before = creator.kind();
        DiscoveredVia former = creator.discoveredVia();
        creator.become(kind, via);
        return before == creator.kind() && former == creator.discoveredVia() ? Seen.Outcome.UNCHANGED : Seen.Outcome.UPDATED;
    }

    private Uni<Void> take(SqlConnection transaction, Workspace workspace, TierScheme scheme, List<Sighting> sightings,
            List<Creator> creators, @Nullable Seen[] seen) {
        return erased.among(transaction, workspace, sightings).chain(gone -> {
            var batch = new SightingBatch(workspace, scheme, creators, gone, now());
            Iterator<Seen> taken = batch.see(sightings).iterator();
            for (int i = 0; i < seen.length; i++) {
                seen[i] = seen[i] == null ? taken.next() : seen[i];
            }
            return store(transaction, workspace, batch);
        });
    }

    private Uni<Void> store(SqlConnection transaction, Workspace workspace, SightingBatch batch) {
        Uni<Void> rows = new SightingStore(transaction, workspace).store(batch)
                .chain(() -> history.append(transaction, workspace, batch.figureChanges()));
        return Uni.combine().all().unis(WorkspaceDatabase.keepPlans(transaction), rows,
                Uni.createFrom().deferred(() -> outbox.append(transaction, workspace, batch.events()))).discardItems();
    }

    /**
     * Decides the tiers of the creators after an id anew, so many at most, within a transaction that has queued for
     * {@link #LOCK}. Returns the last id; null when there were none.
     */
    Uni<@Nullable UUID> reassess(SqlConnection transaction, Workspace workspace, TierScheme scheme, UUID after, int most) {
        return new SightingStore(transaction, workspace).page(after, most).chain(creators -> {
            var batch = new SightingBatch(workspace, scheme, creators, ErasedAmong.NOBODY, now());
            batch.reassess();
            return store(transaction, workspace, batch)
                    .replaceWith(() -> creators.isEmpty() ? null : creators.getLast().id());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
