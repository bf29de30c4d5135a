package io.groundswell.creator.reference;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.reference.ReferenceRow.Owner;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reference data in PostgreSQL, of any {@link ReferenceTable}. */
@ApplicationScoped
public class ReferenceRows {
    private static final String EVERYBODY = "*";

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final Clock clock;

    ReferenceRows(WorkspaceDatabase database, Cursors cursors, Clock clock) {
        this.database = database;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Returns the row, withdrawn or not, or fails with 404. */
    public <V> Uni<ReferenceRow<V>> get(Workspace workspace, ReferenceTable<V> table, UUID id) {
        return database.read(workspace, "select * from %s where workspace_id in ($1, '*') and id = $2".formatted(table.name()),
                Tuple.of(workspace.key(), id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound(table.noun(), id);
                    }
                    return row(table, rows.iterator().next());
                });
    }

    /** Returns a page of rows, the last recorded first. */
    public <V, T> Uni<Page<T>> page(Workspace workspace, ReferenceTable<V> table, Selection selection, Limit limit,
            @Nullable String cursor, Function<ReferenceRow<V>, T> view) {
        CursorScope scope = CursorScope.of(workspace.key(), table.list()).with("inForceOn", selection.day());
        for (Map.Entry<String, String> wanted : selection.key().entrySet()) {
            scope = scope.with(wanted.getKey(), wanted.getValue());
        }
        CursorScope whole = scope;
        Cursor at = cursors.openIfPresent(whole, cursor);
        Tuple parameters = Tuple.of(workspace.key());
        return database.search(workspace, pageOf(table, selection, limit, at, parameters), parameters)
                .map(rows -> rows.stream().map(row -> row(table, row)).toList())
                .map(rows -> cursors.page(whole, at, limit, rows, row -> List.of(row.id().toString()), view));
    }

    private static <V> String pageOf(ReferenceTable<V> table, Selection selection, Limit limit, @Nullable Cursor at,
            Tuple parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add("workspace_id in ($1, '*')");
        selection.key().forEach((column, value) -> conditions.add(column + " = " + add(parameters, value)));
        LocalDate day = selection.day();
        if (day != null) {
            conditions.add("id in (" + table.inForce(add(parameters, day)) + ")");
        }
        boolean backwards = at != null && at.backwards();
        if (at != null) {
            conditions.add("id %s %s".formatted(backwards ? ">" : "<",
                    add(parameters, UUID.fromString(at.keys().getFirst()))));
        }
        return "select * from %s where %s order by id %s limit %s".formatted(table.name(), String.join(" and ", conditions),
                backwards ? "asc" : "desc", add(parameters, limit.rows()));
    }

    private static String add(Tuple parameters, Object value) {
        parameters.addValue(value);
        return "$" + parameters.size();
    }

    /** Returns the rows that are in force today and have one of the values in the first column of the key. */
    public <V> Uni<List<ReferenceRow<V>>> inForce(SqlConnection transaction, Workspace workspace, ReferenceTable<V> table,
            List<? extends Enum<?>> wanted) {
        String sql = "select * from %1$s where workspace_id in ($1, '*') and %2$s = any($3) and id in (%3$s)"
                .formatted(table.name(), table.key().getFirst(), table.inForce("$2"));
        return transaction.preparedQuery(sql)
                .execute(Tuple.of(workspace.key(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        wanted.stream().map(Enum::name).toArray(String[]::new)))
                .map(rows -> rows.stream().map(row -> row(table, row)).toList());
    }

    /** Adds a row of the workspace's own within the current session; fails with 409 when its key and day are taken. */
    public <V> Uni<ReferenceRow<V>> add(Workspace workspace, ReferenceTable<V> table, Provenance provenance, V value) {
        var row = new ReferenceRow<>(Uuid7.next(), Owner.WORKSPACE, provenance, now(), null, value);
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(workspace.key());
        parameters.add(row.id());
        parameters.add(provenance.validFrom());
        parameters.add(provenance.source());
        parameters.add(row.recordedAt().atOffset(ZoneOffset.UTC));
        parameters.addAll(table.write().apply(value));
        return execute(table.insert(), parameters).map(added -> {
            if (added == 0) {
                throw ProblemException.conflict("There is a %s of yours for this from %s on; withdraw it first."
                        .formatted(table.noun(), provenance.validFrom()));
            }
            return row;
        });
    }

    /**
     * Takes a row of the workspace's own out of force within the current session. Fails with 409 when it came with the product
     * or is withdrawn, with 412 when it is not what the caller knows.
     */
    public <V> Uni<ReferenceRow<V>> withdraw(Workspace workspace, ReferenceTable<V> table, ReferenceRow<V> row,
            String ifMatch) {
        if (row.owner() == Owner.EVERYBODY) {
            throw ProblemException.conflict("This %s came with the product; one of your own goes before it."
                    .formatted(table.noun()));
        }
        Preconditions.requireMatch(ifMatch, row.tag());
        if (row.withdrawnAt() != null) {
            throw withdrawnAlready(table);
        }
        Instant now = now();
        String sql = "update %s set withdrawn_at = cast(?3 as timestamptz) where workspace_id = ?1 and id = ?2 and withdrawn_at is null"
                .formatted(table.name());
        return execute(sql, List.of(workspace.key(), row.id(), now.atOffset(ZoneOffset.UTC))).map(withdrawn -> {
            if (withdrawn == 0) {
                throw withdrawnAlready(table);
            }
            return row.withdrawn(now);
        });
    }

    private static ProblemException withdrawnAlready(ReferenceTable<?> table) {
        return ProblemException.conflict("This %s is withdrawn already.".formatted(table.noun()));
    }

    private static Uni<Integer> execute(String sql, List<? extends @Nullable Object> parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.size(); i++) {
                query.setParameter(i + 1, parameters.get(i));
            }
            return query.executeUpdate();
        });
    }

    private static <V> ReferenceRow<V> row(ReferenceTable<V> table, Row row) {
        OffsetDateTime withdrawnAt = row.getOffsetDateTime("withdrawn_at");
        return new ReferenceRow<>(row.getUUID("id"),
                EVERYBODY.equals(row.getString("workspace_id")) ? Owner.EVERYBODY : Owner.WORKSPACE,
                new Provenance(row.getLocalDate("valid_from"), row.getString("source")),
                row.getOffsetDateTime("recorded_at").toInstant(), withdrawnAt == null ? null : withdrawnAt.toInstant(),
                table.read().apply(row));
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
