package io.groundswell.creator.creator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Shows creators with their accounts, one statement each. */
@ApplicationScoped
class CreatorList {
    private static final String GET = """
            select %s, c.merged_into
            from creator c
            left join account a on a.workspace_id = $1 and a.creator_id = c.id
            where c.workspace_id = $1 and c.id = $2""".formatted(CreatorRows.COLUMNS);

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    CreatorList(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /**
     * A creator in a list.
     *
     * @param participation null in a list that is not of one campaign
     */
    record Entry(Creator creator, @Nullable ParticipationView participation) {
        long posts() {
            return participation == null ? 0 : participation.posts();
        }

        CreatorView view() {
            CreatorView view = creator.view();
            return new CreatorView(view.id(), view.displayName(), view.kind(), view.stage(), view.employeeId(),
                    view.discoveredVia(), view.tags(), view.tier(),
                    view.accounts(), participation, view.createdAt(), view.updatedAt(), view.version());
        }
    }

    /** Returns the creator, or fails with 404, also when it is merged into another. */
    Uni<Creator> get(Workspace workspace, UUID id) {
        return database.read(workspace, GET, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("creator", id);
            }
            UUID into = rows.iterator().next().getUUID("merged_into");
            if (into != null) {
                throw MergedCreator.problem(id, into);
            }
            return CreatorRows.creators(workspace.key(), rows).getFirst();
        });
    }

    Uni<Page<CreatorView>> page(Workspace workspace, CreatorFilter filter, Limit limit, @Nullable String cursor) {
        CreatorSort order = filter.order();
        CursorScope scope = filter.scope(CursorScope.of(workspace.key(), "listCreators"));
        Cursor at = cursors.openIfPresent(scope, cursor);
        SqlParameters parameters = new SqlParameters();
        parameters.add(workspace.key());
        String sql = sql(filter, order, limit, at, parameters);
        return database.search(workspace, sql, parameters.values())
                .map(rows -> entries(workspace, rows, filter.campaignId != null))
                .map(entries -> cursors.page(scope, at, limit, entries, order::keys, Entry::view));
    }

    /** The page is cut before accounts are joined, so that a creator with many accounts takes one place. */
    private static String sql(CreatorFilter filter, CreatorSort order, Limit limit, @Nullable Cursor at,
            SqlParameters parameters) {
        boolean backwards = at != null && at.backwards();
        boolean ofCampaign = filter.campaignId != null;
        List<String> conditions = new ArrayList<>();
        if (filter.campaignId != null) {
            conditions.add("p.workspace_id = $1 and p.campaign_id = " + parameters.add(filter.campaignId));
        }
        conditions.add("c.workspace_id = $1 and c.merged_into is null");
        conditions.addAll(filter.conditions(parameters));
        if (at != null) {
            conditions.add(order.after(backwards, at.keys(), parameters));
        }
        return """
                with page as materialized (
                    select c.*%s, row_number() over (order by %s) as place
                    from %s
                    where %s
                    order by %s
                    limit %s
                )
                select %s, c.place%s
                from page c
                left join account a on a.workspace_id = $1 and a.creator_id = c.id
                order by c.place""".formatted(ofCampaign ? ", p.posts as participation, p.last_post_at" : "",
                order.orderBy(backwards),
                ofCampaign
                        ? "participation p join creator c on c.workspace_id = p.workspace_id and c.id = p.creator_id"
                        : "creator c",
                String.join(" and ", conditions), order.orderBy(backwards), parameters.add(limit.rows()),
                CreatorRows.COLUMNS, ofCampaign ? ", c.participation, c.last_post_at" : "");
    }

    private static List<Entry> entries(Workspace workspace, RowSet<Row> rows, boolean ofCampaign) {
        Map<UUID, ParticipationView> participations = new HashMap<>();
        if (ofCampaign) {
            for (Row row : rows) {
                participations.putIfAbsent(row.getUUID("id"), new ParticipationView(row.getLong("participation"),
                        CreatorRows.instant(row, "last_post_at")));
            }
        }
        return CreatorRows.creators(workspace.key(), rows).stream()
                .map(creator -> new Entry(creator, participations.get(creator.id()))).toList();
    }
}
