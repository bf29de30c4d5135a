package io.groundswell.creator.metrics;

import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Shows the history of an account, one statement a page; the figures of one that never changed are its history. */
@ApplicationScoped
class SnapshotList {
    private static final String PAGE = """
            select h.*
            from account a
            left join lateral (
                select * from (
                    select observed_at, source, followers, followers_precision, following, posts, engagement_posts, likes,
                        comments, shares, saves, views, impressions, reach
                    from account_snapshot s
                    where s.workspace_id = $1 and s.account_id = a.id
                    union all
                    select a.observed_at, null, a.followers, a.followers_precision, a.following, a.posts, null, null, null,
                        null, null, null, null, null
                    where coalesce(a.followers, a.following, a.posts) is not null
                        and not exists (select from account_snapshot s where s.workspace_id = $1 and s.account_id = a.id)
                ) s
                where %s
                order by observed_at %s
                limit $4
            ) h on true
            where a.workspace_id = $1 and a.creator_id = $2 and a.id = $3
            order by h.observed_at %s""";
    private static final String FIRST = PAGE.formatted("true", "desc", "desc");
    private static final String AFTER = PAGE.formatted("observed_at < $5", "desc", "desc");
    private static final String BEFORE = PAGE.formatted("observed_at > $5", "asc", "asc");

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    SnapshotList(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Returns a page, the latest first; fails with 404 when the creator has no such account. */
    Uni<Page<SnapshotView>> page(Workspace workspace, UUID creatorId, UUID accountId, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listSnapshots").with("account", accountId);
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), creatorId, accountId, limit.rows());
        if (at != null) {
            parameters.addOffsetDateTime(OffsetDateTime.parse(at.keys().getFirst()));
        }
        return database.read(workspace, at == null ? FIRST : at.backwards() ? BEFORE : AFTER, parameters).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("account", accountId);
            }
            return cursors.page(scope, at, limit, snapshots(rows), snapshot -> List.of(snapshot.observedAt().toString()),
                    snapshot -> snapshot);
        });
    }

    private static List<SnapshotView> snapshots(RowSet<Row> rows) {
        List<SnapshotView> snapshots = new ArrayList<>();
        for (Row row : rows) {
            OffsetDateTime observedAt = row.getOffsetDateTime("observed_at");
            if (observedAt != null) {
                snapshots.add(new SnapshotView(observedAt.toInstant(), row.getString("source"), row.getLong("followers"),
                        row.getLong("followers_precision"), row.getLong("following"), row.getLong("posts"), totals(row)));
            }
        }
        return snapshots;
    }

    private static @Nullable EngagementTotals totals(Row row) {
        Long posts = row.getLong("engagement_posts");
        return posts == null
                ? null
                : new EngagementTotals(posts, row.getLong("likes"), row.getLong("comments"), row.getLong("shares"),
                        row.getLong("saves"), row.getLong("views"), row.getLong("impressions"), row.getLong("reach"));
    }
}
