package io.groundswell.creator.organising;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
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

/** Shows a workspace's lists. */
@ApplicationScoped
class ListIndex {
    private static final String COLUMNS = "id, name, description, created_by, created_at, updated_at, version";
    private static final String GET = "select %s from creator_list where workspace_id = $1 and id = $2".formatted(COLUMNS);
    private static final String PAGE = """
            select %s from creator_list
            where workspace_id = $1 and (cast($2 as uuid) is null or id %s $2)
            order by id %s
            limit $3""";
    private static final String NEWEST_FIRST = PAGE.formatted(COLUMNS, "<", "desc");
    private static final String OLDEST_FIRST = PAGE.formatted(COLUMNS, ">", "asc");

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    ListIndex(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Returns the list, or fails with 404. */
    Uni<ListView> get(Workspace workspace, UUID id) {
        return database.read(workspace, GET, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("creator list", id);
            }
            return view(rows.iterator().next());
        });
    }

    /** Returns lists, the last created first. */
    Uni<Page<ListView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listCreatorLists");
        Cursor at = cursors.openIfPresent(scope, cursor);
        UUID last = at == null ? null : UUID.fromString(at.keys().getFirst());
        String sql = at != null && at.backwards() ? OLDEST_FIRST : NEWEST_FIRST;
        return database.read(workspace, sql, Tuple.of(workspace.key(), last, limit.rows()))
                .map(rows -> cursors.page(scope, at, limit, rows.stream().map(ListIndex::view).toList(),
                        list -> List.of(list.id().toString()), list -> list));
    }

    private static ListView view(Row row) {
        return new ListView(row.getUUID("id"), row.getString("name"), row.getString("description"),
                row.getString("created_by"), instant(row, "created_at"), instant(row, "updated_at"), row.getLong("version"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = Objects.requireNonNull(row.getOffsetDateTime(column), column);
        return time.toInstant();
    }
}
