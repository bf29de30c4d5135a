package io.groundswell.campaign.campaign;

import java.time.ZoneOffset;
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

/** Lists campaigns. Ids grow with time, so newest first is by id alone. */
@ApplicationScoped
class CampaignList {
    private static final String SELECT = """
            select id, status, name, objective, hashtags, mentions, keywords, networks, starts_at, ends_at, disclosure,
                kpis::text as kpis, created_at, updated_at, launched_at, ended_at, version
            from campaign
            where workspace_id = $1 and ($2::text is null or status = $2)
            """;
    private static final String NEWER = "and id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000') order by id limit $4";
    private static final String OLDER = "and id < coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by id desc limit $4";
    private static final KpisAsJson KPIS = new KpisAsJson();

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    CampaignList(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    Uni<Page<CampaignView>> page(Workspace workspace, @Nullable CampaignStatus status, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listCampaigns").with("status", status);
        Cursor at = cursors.openIfPresent(scope, cursor);
        String sql = SELECT + (at != null && at.backwards() ? NEWER : OLDER);
        Tuple parameters = Tuple.of(workspace.key(), status == null ? null : status.name(),
                at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return database.read(workspace, sql, parameters)
                .map(rows -> rows.stream().map(CampaignList::view).toList())
                .map(views -> cursors.page(scope, at, limit, views, view -> List.of(view.id().toString()), view -> view));
    }

    private static CampaignView view(Row row) {
        return new CampaignView(row.getUUID("id"), CampaignStatus.valueOf(row.getString("status")), row.getString("name"),
                Objective.valueOf(row.getString("objective")), List.of(row.getArrayOfStrings("hashtags")),
                List.of(row.getArrayOfStrings("mentions")), List.of(row.getArrayOfStrings("keywords")),
                List.of(row.getArrayOfStrings("networks")).stream().map(Network::valueOf).toList(),
                instant(row, "starts_at"), instant(row, "ends_at"), row.getString("disclosure"),
                KPIS.convertToEntityAttribute(row.getString("kpis")),
                row.getOffsetDateTime("created_at").toInstant(), row.getOffsetDateTime("updated_at").toInstant(),
                instant(row, "launched_at"), instant(row, "ended_at"), row.getLong("version"));
    }

    private static java.time.@Nullable Instant instant(Row row, String column) {
        java.time.OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }
}
