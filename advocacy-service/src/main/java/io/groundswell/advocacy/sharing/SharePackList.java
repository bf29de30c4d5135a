package io.groundswell.advocacy.sharing;

import java.util.List;
import java.util.UUID;

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

/** Lists share packs. Ids grow with time, so newest first is by id alone. */
@ApplicationScoped
class SharePackList {
    private static final String SELECT = """
            select id, campaign_id, title, landing_url, disclosure, variants::text as variants, created_at, version
            from share_pack
            where workspace_id = $1 and ($2::uuid is null or campaign_id = $2)
            """;
    private static final String NEWER = SELECT + "and id > $3::uuid order by id limit $4";
    private static final String OLDER = SELECT + "and ($3::uuid is null or id < $3) order by id desc limit $4";
    private static final VariantsAsJson VARIANTS = new VariantsAsJson();

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    SharePackList(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    Uni<Page<SharePackView>> page(Workspace workspace, @Nullable UUID campaignId, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listSharePacks").with("campaignId", campaignId);
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), campaignId,
                at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return database.read(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> cursors.page(scope, at, limit, rows.stream().map(SharePackList::view).toList(),
                        view -> List.of(view.id().toString()), view -> view));
    }

    private static SharePackView view(Row row) {
        return new SharePackView(row.getUUID("id"), row.getUUID("campaign_id"), row.getString("title"),
                row.getString("landing_url"), row.getString("disclosure"),
                VARIANTS.convertToEntityAttribute(row.getString("variants")),
                row.getOffsetDateTime("created_at").toInstant(), row.getLong("version"));
    }
}
