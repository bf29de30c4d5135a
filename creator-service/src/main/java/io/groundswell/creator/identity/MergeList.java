package io.groundswell.creator.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Shows merges, the latest first. */
@ApplicationScoped
class MergeList {
    private static final String COLUMNS = """
            select id, survivor_id, absorbed_id, account_ids, reason, merged_at, merged_by, undone_at, undone_by, version
            from creator_merge m
            where m.workspace_id = $1""";
    private static final String GET = COLUMNS + " and m.id = $2";
    private static final String PAGE = COLUMNS + """
             and ($2::bool is null or (m.undone_at is not null) = $2) and %s
                and ($3::uuid is null or m.id %s $3)
            order by m.id %s
            limit $4""";
    private static final String OF_EVERYBODY = "$5::uuid is null";
    /** Two indexes, one for each side. */
    private static final String OF_CREATOR = "(m.survivor_id = $5 or m.absorbed_id = $5)";

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    MergeList(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Returns the merge, or fails with 404. */
    Uni<MergeView> get(Workspace workspace, UUID id) {
        return database.read(workspace, GET, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("merge", id);
            }
            return view(rows.iterator().next());
        });
    }

    Uni<Page<MergeView>> page(Workspace workspace, MergeFilter filter, Limit limit, @Nullable String cursor) {
        CursorScope scope = filter.scope(CursorScope.of(workspace.key(), "listMerges"));
        Cursor at = cursors.openIfPresent(scope, cursor);
        boolean backwards = at != null && at.backwards();
        String sql = PAGE.formatted(filter.creatorId == null ? OF_EVERYBODY : OF_CREATOR, backwards ? ">" : "<",
                backwards ? "asc" : "desc");
        Tuple parameters = Tuple.tuple().addString(workspace.key()).addBoolean(filter.undone)
                .addUUID(at == null ? null : UUID.fromString(at.keys().getFirst()))
                .addInteger(limit.rows()).addUUID(filter.creatorId);
        return database.search(workspace, sql, parameters)
                .map(rows -> rows.stream().map(MergeList::view).toList())
                .map(merges -> cursors.page(scope, at, limit, merges, merge -> List.of(merge.id().toString()), merge -> merge));
    }

    private static MergeView view(Row row) {
        Instant undoneAt = instant(row, "undone_at");
        Instant mergedAt = instant(row, "merged_at");
        if (mergedAt == null) {
            throw new IllegalStateException("A merge has a time");
        }
        return new MergeView(row.getUUID("id"), row.getUUID("survivor_id"), row.getUUID("absorbed_id"),
                List.of(row.getArrayOfUUIDs("account_ids")), row.getString("reason"), mergedAt, row.getString("merged_by"),
                undoneAt, row.getString("undone_by"), row.getLong("version"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
