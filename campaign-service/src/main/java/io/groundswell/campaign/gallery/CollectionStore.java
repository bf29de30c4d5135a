package io.groundswell.campaign.gallery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostProgress;
import io.groundswell.campaign.rights.licence.Channel;
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
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads collections; ids grow with time, so newest first is by id alone. */
@ApplicationScoped
class CollectionStore {
    private static final String SELECT = """
            select id, public_id, name, title, channel, territory, campaign_id, item_order, published, published_at, created_at,
                updated_at, version
            from collection where workspace_id = $1
            """;
    private static final String ONE = SELECT + "and id = $2";
    private static final String NEWER = SELECT
            + "and id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') order by id limit $3";
    private static final String OLDER = SELECT
            + "and id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by id desc limit $3";
    private static final String POSTS = """
            select cp.post_id from collection_post cp
            join post p on p.workspace_id = $1 and p.id = cp.post_id and p.state in ('APPROVED', 'PUBLISHABLE', 'PUBLISHED')
            where cp.workspace_id = $1 and cp.collection_id = $2""";

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final PublicUrls urls;

    CollectionStore(WorkspaceDatabase database, Cursors cursors, PublicUrls urls) {
        this.database = database;
        this.cursors = cursors;
        this.urls = urls;
    }

    /** Returns the collection, or fails with 404. */
    Uni<CollectionView> get(Workspace workspace, UUID id) {
        return database.read(workspace, ONE, Tuple.of(workspace.key(), id)).map(rows -> one(rows, id));
    }

    Uni<CollectionView> get(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(ONE).execute(Tuple.of(workspace.key(), id)).map(rows -> one(rows, id));
    }

    /** Returns the collection and lets nobody else change it until the transaction ends. */
    Uni<CollectionView> getForUpdate(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(ONE + " for update").execute(Tuple.of(workspace.key(), id)).map(rows -> one(rows, id));
    }

    Uni<Page<CollectionView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listCollections");
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return database.read(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> rows.stream().map(this::view).toList())
                .map(views -> cursors.page(scope, at, limit, views, view -> List.of(view.id().toString()), view -> view));
    }

    /** Brings the posts of the collection to where they stand. */
    Uni<Void> settle(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(POSTS).execute(Tuple.of(workspace.key(), id))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList())
                .chain(posts -> posts.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : PostProgress.settle(transaction, workspace, posts));
    }

    private CollectionView one(RowSet<Row> rows, UUID id) {
        if (rows.size() == 0) {
            throw ProblemException.notFound("collection", id);
        }
        return view(rows.iterator().next());
    }

    private CollectionView view(Row row) {
        String publicId = row.getString("public_id");
        return new CollectionView(row.getUUID("id"), publicId, row.getString("name"), row.getString("title"),
                Channel.valueOf(row.getString("channel")), row.getString("territory"), row.getUUID("campaign_id"),
                ItemOrder.valueOf(row.getString("item_order")), row.getBoolean("published"),
                instant(row.getOffsetDateTime("published_at")), urls.collection(publicId), urls.wall(publicId),
                row.getOffsetDateTime("created_at").toInstant(), row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
