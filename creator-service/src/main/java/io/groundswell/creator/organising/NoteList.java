package io.groundswell.creator.organising;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.MergedCreator;
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
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Shows the notes on a creator. */
@ApplicationScoped
class NoteList {
    private static final String COLUMNS = """
            n.id, n.creator_id, n.author, n.edited_by, n.text, n.created_at, n.updated_at, n.version""";

    private static final String GET = """
            select %s from creator_note n
            where n.workspace_id = $1 and n.creator_id = $2 and n.id = $3""".formatted(COLUMNS);

    /** A creator without notes gives one row without a note, one who is not known none. */
    private static final String PAGE = """
            select c.merged_into, %s
            from creator c
            left join lateral (
                select * from creator_note n
                where n.workspace_id = $1 and n.creator_id = $2 and (cast($3 as uuid) is null or n.id %s $3)
                order by n.id %s
                limit $4
            ) n on true
            where c.workspace_id = $1 and c.id = $2
            order by n.id %s""";
    private static final String NEWEST_FIRST = PAGE.formatted(COLUMNS, "<", "desc", "desc");
    private static final String OLDEST_FIRST = PAGE.formatted(COLUMNS, ">", "asc", "asc");

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    NoteList(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Returns the note, or fails with 404. */
    Uni<NoteView> get(Workspace workspace, UUID creatorId, UUID id) {
        return database.read(workspace, GET, Tuple.of(workspace.key(), creatorId, id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("note", id);
            }
            return view(rows.iterator().next());
        });
    }

    /** Returns notes, the newest first; fails with 404 when there is no such creator. */
    Uni<Page<NoteView>> page(Workspace workspace, UUID creatorId, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listNotes").with("creator", creatorId);
        Cursor at = cursors.openIfPresent(scope, cursor);
        UUID last = at == null ? null : UUID.fromString(at.keys().getFirst());
        String sql = at != null && at.backwards() ? OLDEST_FIRST : NEWEST_FIRST;
        return database.read(workspace, sql, Tuple.of(workspace.key(), creatorId, last, limit.rows()))
                .map(rows -> cursors.page(scope, at, limit, notes(creatorId, rows), note -> List.of(note.id().toString()),
                        note -> note));
    }

    private static List<NoteView> notes(UUID creatorId, RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.notFound("creator", creatorId);
        }
        UUID mergedInto = rows.iterator().next().getUUID("merged_into");
        if (mergedInto != null) {
            throw MergedCreator.problem(creatorId, mergedInto);
        }
        List<NoteView> notes = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("id") != null) {
                notes.add(view(row));
            }
        }
        return notes;
    }

    private static NoteView view(Row row) {
        return new NoteView(row.getUUID("id"), row.getUUID("creator_id"), row.getString("author"), row.getString("text"),
                row.getString("edited_by"), instant(row, "created_at"), instant(row, "updated_at"), row.getLong("version"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = Objects.requireNonNull(row.getOffsetDateTime(column), column);
        return time.toInstant();
    }
}
