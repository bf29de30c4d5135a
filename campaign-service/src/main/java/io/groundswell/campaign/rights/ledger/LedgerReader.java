package io.groundswell.campaign.rights.ledger;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the ledger in pieces, however long it is. */
@ApplicationScoped
class LedgerReader {
    private static final String COLUMNS = """
            select seq, at, kind, post_id, request_id, grant_id, payload::text as payload, prev_hash, hash from rights_ledger
            where workspace_id = $1 and seq %s $2 order by seq %s limit $3""";
    private static final String LATER = COLUMNS.formatted(">", "");
    private static final String EARLIER = COLUMNS.formatted("<", "desc");
    private static final String HEAD = "select seq, hash from rights_ledger_head where workspace_id = $1";

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final ObjectMapper json;

    LedgerReader(WorkspaceDatabase database, Cursors cursors, ObjectMapper json) {
        this.database = database;
        this.cursors = cursors;
        this.json = json;
    }

    /** Where the chain ends. */
    record Head(long seq, String hash) {}

    Uni<Head> head(Workspace workspace) {
        return database.read(workspace, HEAD, Tuple.of(workspace.key())).map(rows -> {
            if (rows.size() == 0) {
                return new Head(0, Ledger.BEGINNING);
            }
            Row row = rows.iterator().next();
            return new Head(row.getLong("seq"), row.getString("hash"));
        });
    }

    /** Lists entries, the newest first. */
    Uni<Page<LedgerEntry>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listRightsLedger");
        Cursor at = cursors.openIfPresent(scope, cursor);
        long place = at == null ? Long.MAX_VALUE : Long.parseLong(at.keys().getFirst());
        return read(workspace, at != null && at.backwards() ? LATER : EARLIER, place, limit.rows())
                .map(entries -> cursors.page(scope, at, limit, entries, entry -> List.of(Long.toString(entry.seq())),
                        entry -> entry));
    }

    /** Returns entries behind a number, the oldest first. */
    Uni<List<LedgerEntry>> after(Workspace workspace, long seq, int most) {
        return read(workspace, LATER, seq, most);
    }

    private Uni<List<LedgerEntry>> read(Workspace workspace, String sql, long seq, int most) {
        return database.read(workspace, sql, Tuple.of(workspace.key(), seq, most))
                .map(rows -> rows.stream().map(this::entry).toList());
    }

    private LedgerEntry entry(Row row) {
        return new LedgerEntry(row.getLong("seq"), row.getOffsetDateTime("at").toInstant(),
                row.getString("kind"), row.getUUID("post_id"), row.getUUID("request_id"),
                row.getUUID("grant_id"), parse(row.getString("payload")), row.getString("prev_hash"), row.getString("hash"));
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned a jsonb value that is not JSON", e);
        }
    }
}
