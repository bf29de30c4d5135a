package io.groundswell.creator.segment;

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

/** Shows segments. Ids grow with time, so the last created first is by id alone. */
@ApplicationScoped
class SegmentIndex {
    private static final String SELECT = """
            select id, name, criteria::text as criteria, created_at, updated_at, version
            from segment
            where workspace_id = $1
            """;
    private static final String ONE = SELECT + "and id = $2";
    private static final String NEWER = SELECT + "and id > $2::uuid order by id limit $3";
    private static final String OLDER = SELECT + "and ($2::uuid is null or id < $2) order by id desc limit $3";
    private static final CriteriaAsJson CRITERIA = new CriteriaAsJson();

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    SegmentIndex(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Returns the segment, or fails with 404. */
    Uni<SegmentView> get(Workspace workspace, UUID id) {
        return database.read(workspace, ONE, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("segment", id);
            }
            return view(rows.iterator().next());
        });
    }

    Uni<Page<SegmentView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listSegments");
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return database.read(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> cursors.page(scope, at, limit, rows.stream().map(SegmentIndex::view).toList(),
                        view -> List.of(view.id().toString()), view -> view));
    }

    private static SegmentView view(Row row) {
        return new SegmentView(row.getUUID("id"), row.getString("name"),
                CRITERIA.convertToEntityAttribute(row.getString("criteria")), row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(), row.getLong("version"));
    }
}
