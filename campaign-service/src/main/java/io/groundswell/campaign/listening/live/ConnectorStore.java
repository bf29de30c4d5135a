package io.groundswell.campaign.listening.live;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.listening.live.ConnectorBatches.LeaseLost;
import io.groundswell.campaign.listening.live.ConnectorLeases.Lease;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.secret.SealedSecrets;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads connectors. Ids grow with time, so the last created first is by id alone. */
@ApplicationScoped
class ConnectorStore {
    private static final String SELECT = """
            select c.id, c.kind, c.name, c.url, c.stream, c.wanted_dids, c.access_token, c.created_at, c.updated_at, c.version,
                r.state, r.state_since, r.heard_at, r.last_event_at, r.lag_millis, r.position, r.received, r.matched, r.withdrawn,
                r.ignored, r.rejected, r.last_error, r.next_attempt_at
            from connector c join connector_run r on r.workspace_id = c.workspace_id and r.id = c.id
            where c.workspace_id = $1
            """;
    private static final String ONE = SELECT + "and c.id = $2";
    private static final String NEWER = SELECT + "and c.id > $2::uuid order by c.id limit $3";
    private static final String OLDER = SELECT + "and ($2::uuid is null or c.id < $2) order by c.id desc limit $3";

    private final WorkspaceDatabase database;
    private final SealedSecrets secrets;
    private final Cursors cursors;
    private final Clock clock;

    ConnectorStore(WorkspaceDatabase database, SealedSecrets secrets, Cursors cursors, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Returns the connector, or fails with 404. */
    Uni<ConnectorView> get(Workspace workspace, UUID id) {
        return database.read(workspace, ONE, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("connector", id);
            }
            return view(rows.iterator().next());
        });
    }

    Uni<Page<ConnectorView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listConnectors");
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return database.read(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> cursors.page(scope, at, limit, rows.stream().map(this::view).toList(),
                        view -> List.of(view.id().toString()), view -> view));
    }

    /** Returns what the holder of a lease needs to listen. */
    Uni<ConnectorSettings> settings(Lease lease) {
        return database.read(lease.workspace(), ONE, Tuple.of(lease.workspace().key(), lease.id())).map(rows -> {
            if (rows.size() == 0) {
                throw new LeaseLost();
            }
            Row row = rows.iterator().next();
            return new ConnectorSettings(lease.workspace(), lease.id(), ConnectorKind.valueOf(row.getString("kind")),
                    URI.create(row.getString("url")), row.getString("stream"), List.of(row.getArrayOfStrings("wanted_dids")),
                    token(lease, row.getString("access_token")), row.getString("position"));
        });
    }

    private @Nullable String token(Lease lease, @Nullable String sealed) {
        return sealed == null
                ? null
                : secrets.open(ConnectorSettings.placeOfToken(lease.workspace(), lease.id()), sealed)
                        .orElseThrow(() -> ListeningFailure.lasting("The access token cannot be read any more; give it anew."));
    }

    private ConnectorView view(Row row) {
        return new ConnectorView(row.getUUID("id"), ConnectorKind.valueOf(row.getString("kind")), row.getString("name"),
                row.getString("url"), row.getString("stream"), Arrays.asList(row.getArrayOfStrings("wanted_dids")),
                row.getString("access_token") != null, listening(row),
                Objects.requireNonNull(instant(row, "created_at")), Objects.requireNonNull(instant(row, "updated_at")),
                row.getLong("version"));
    }

    private ConnectorView.Listening listening(Row row) {
        ConnectorState state = ConnectorState.valueOf(row.getString("state"));
        return new ConnectorView.Listening(state, Objects.requireNonNull(instant(row, "state_since")),
                instant(row, "last_event_at"), lag(state, row), row.getString("position"),
                new ConnectorView.Counts(row.getLong("received"), row.getLong("matched"), row.getLong("withdrawn"),
                        row.getLong("ignored"), row.getLong("rejected")),
                row.getString("last_error"), instant(row, "next_attempt_at"));
    }

    private @Nullable Double lag(ConnectorState state, Row row) {
        if (state == ConnectorState.LISTENING) {
            Long millis = row.getLong("lag_millis");
            return millis == null ? null : Double.valueOf(millis / 1000.0);
        }
        Instant heardAt = instant(row, "heard_at");
        return heardAt == null
                ? null
                : Double.valueOf(Math.max(0, Duration.between(heardAt, clock.instant()).toMillis()) / 1000.0);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
