package io.groundswell.campaign.listening.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Which process listens for which connector. A lease is a row with an owner and an end by the database's clock; it is renewed while
 * the process lives, and whoever finds it over may take it. Each taking has an owner of its own, so that a process that takes a
 * connector anew does not mistake its former self for it.
 */
@ApplicationScoped
class ConnectorLeases {
    private static final String TAKE = """
            with free as (
                select workspace_id, id from connector_run
                where wanted and (owner is null or lease_until < now())
                order by workspace_id, id limit $1 for update skip locked
            )
            update connector_run r set owner = uuidv7(), lease_until = now() + make_interval(secs => $2)
            from free f
            where r.workspace_id = f.workspace_id and r.id = f.id
            returning r.workspace_id, r.id, r.owner""";
    private static final String RENEW = """
            update connector_run r set lease_until = now() + make_interval(secs => $3),
                heard_at = greatest(r.heard_at, h.heard_at)
            from unnest($1::uuid[], $2::timestamptz[]) as h (owner, heard_at)
            where r.owner = h.owner and r.wanted
            returning r.owner""";
    private static final String RELEASE = """
            update connector_run set owner = null, lease_until = null where owner = any($1)""";
    private static final String STATE = """
            update connector_run set state = $4, state_since = case when state = $4 then state_since else $5 end,
                last_error = coalesce($6, last_error), next_attempt_at = $7, wanted = $8,
                owner = case when $8 then owner end, lease_until = case when $8 then lease_until end
            where workspace_id = $1 and id = $2 and owner = $3 and wanted
            returning true""";

    private final WorkspaceDatabase database;
    private final Clock clock;

    ConnectorLeases(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A connector that is this process's to listen for, until somebody else owns it. */
    record Lease(Workspace workspace, UUID id, UUID owner) {}

    /** Takes connectors that nobody listens for, of whatever workspace. */
    Uni<List<Lease>> take(int most, Duration length) {
        return database.write(Workspace.EVERY,
                transaction -> transaction.preparedQuery(TAKE).execute(Tuple.of(most, seconds(length))))
                .map(rows -> rows.stream().map(row -> new Lease(new Workspace(row.getString("workspace_id")), row.getUUID("id"),
                        row.getUUID("owner"))).toList());
    }

    /**
     * Renews leases.
     *
     * @param heard when each owner last heard of its server
     * @return the owners who still are
     */
    Uni<Set<UUID>> renew(Map<UUID, Instant> heard, Duration length) {
        List<Map.Entry<UUID, Instant>> owners = List.copyOf(heard.entrySet());
        Tuple tuple = Tuple.of(owners.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                owners.stream().map(owner -> owner.getValue().equals(Instant.MIN)
                        ? null
                        : owner.getValue().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                seconds(length));
        return database.write(Workspace.EVERY, transaction -> transaction.preparedQuery(RENEW).execute(tuple)).map(rows -> {
            Set<UUID> renewed = new HashSet<>();
            rows.forEach(row -> renewed.add(row.getUUID("owner")));
            return renewed;
        });
    }

    /** Gives leases back, so that others need not wait for their end. */
    Uni<Void> release(Collection<UUID> owners) {
        return database.write(Workspace.EVERY,
                transaction -> transaction.preparedQuery(RELEASE).execute(Tuple.of((Object) owners.toArray(UUID[]::new))))
                .replaceWithVoid();
    }

    /**
     * Writes down how listening goes; FAILED ends the lease.
     *
     * @return whether the lease still holds; when it does not, nothing was written
     */
    Uni<Boolean> note(Lease lease, ConnectorState state, @Nullable String error, @Nullable Instant nextAttemptAt) {
        Tuple tuple = Tuple.of(lease.workspace().key(), lease.id(), lease.owner(), state.name(),
                clock.instant().atOffset(ZoneOffset.UTC), error);
        tuple.addOffsetDateTime(nextAttemptAt == null ? null : nextAttemptAt.atOffset(ZoneOffset.UTC));
        tuple.addBoolean(state != ConnectorState.FAILED);
        return database.write(lease.workspace(), transaction -> transaction.preparedQuery(STATE).execute(tuple))
                .map(rows -> rows.size() > 0);
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
