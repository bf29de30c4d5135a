package io.groundswell.campaign.gallery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.gallery.ItemOutcome.Outcome;
import io.groundswell.campaign.post.PostProgress;
import io.groundswell.campaign.post.PostState;
import io.groundswell.campaign.post.PublicReads;
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
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Which posts are in a collection, and what is said of them there. Changes complete when the public sees them. */
@ApplicationScoped
class Items {
    private static final int MOST = 10_000;
    private static final String COUNT = "select count(*) from collection_item where workspace_id = $1 and collection_id = $2";
    /** Of a collection of a campaign, this takes back that a post was left out. */
    private static final String ADD = """
            with known as (
                select p.id from post p where p.workspace_id = $1 and p.id = any($3) and p.state <> 'WITHDRAWN'
                    and ($5::uuid is null or exists (select from post_match m
                        where m.workspace_id = $1 and m.campaign_id = $5 and m.post_id = p.id))
            ), added as (
                insert into collection_item (workspace_id, collection_id, post_id, added_at)
                select $1, $2, id, $4 from known where $5::uuid is null
                on conflict do nothing
                returning post_id
            ), taken_back as (
                update collection_item i set excluded = false from known
                where i.workspace_id = $1 and i.collection_id = $2 and i.post_id = known.id and i.excluded
                returning i.post_id
            )
            select known.id, known.id in (select post_id from added union all select post_id from taken_back) as changed
            from known""";
    private static final String LEAVE_OUT = """
            insert into collection_item (workspace_id, collection_id, post_id, excluded, added_at)
            select $1, $2, id, true, $4 from post where workspace_id = $1 and id = $3
            on conflict (workspace_id, collection_id, post_id) do update set excluded = true, pin = null, products = '[]'""";
    private static final String REMOVE = """
            delete from collection_item where workspace_id = $1 and collection_id = $2 and post_id = $3""";
    private static final String SAY = """
            insert into collection_item as i (workspace_id, collection_id, post_id, %1$s, added_at)
            select $1, $2, cp.post_id, $4%2$s, $5 from collection_post cp
            where cp.workspace_id = $1 and cp.collection_id = $2 and cp.post_id = $3
            on conflict (workspace_id, collection_id, post_id) do update set %1$s = excluded.%1$s""";
    private static final String PIN = SAY.formatted("pin", "::integer");
    private static final String TAG = SAY.formatted("products", "::text::jsonb");
    private static final String SELECT = """
            select cp.post_id, p.state, cp.pin, cp.products::text as products,
                p.state in ('PUBLISHABLE', 'PUBLISHED') and exists (select from rights_grant g
                    where g.workspace_id = $1 and g.post_id = p.id and g.state in ('ACTIVE', 'EXPIRING')
                        and 'DISPLAY' = any(g.actions) and c.channel = any(g.channels)
                        and (cardinality(g.territories) = 0 or c.territory = any(g.territories))
                        and g.starts_at <= $3 and (g.ends_at is null or g.ends_at > $3)) as shown
            from collection_post cp
            join collection c on c.workspace_id = $1 and c.id = $2
            join post p on p.workspace_id = $1 and p.id = cp.post_id
            where cp.workspace_id = $1 and cp.collection_id = $2
            """;
    private static final String ONE = SELECT + "and cp.post_id = $4";
    private static final String NEWER = SELECT
            + "and cp.post_id > coalesce($4::uuid, '00000000-0000-0000-0000-000000000000') order by cp.post_id limit $5";
    private static final String OLDER = SELECT
            + "and cp.post_id < coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by cp.post_id desc limit $5";
    private static final TypeReference<List<ProductTag>> PRODUCTS = new TypeReference<>() {
    };

    private final CollectionStore collections;
    private final WorkspaceDatabase database;
    private final PublicReads publicReads;
    private final Cursors cursors;
    private final ObjectMapper json;
    private final Clock clock;

    Items(CollectionStore collections, WorkspaceDatabase database, PublicReads publicReads, Cursors cursors, ObjectMapper json,
            Clock clock) {
        this.collections = collections;
        this.database = database;
        this.publicReads = publicReads;
        this.cursors = cursors;
        this.json = json;
        this.clock = clock;
    }

    /** Lists what the collection is made of, the post that arrived last first; fails with 404 when there is no collection. */
    Uni<Page<ItemView>> page(Workspace workspace, UUID id, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listCollectionItems").with("collection", id);
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), id, now(),
                at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return collections.get(workspace, id)
                .chain(() -> database.search(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters))
                .map(rows -> rows.stream().map(this::view).toList())
                .map(items -> cursors.page(scope, at, limit, items, item -> List.of(item.postId().toString()), item -> item));
    }

    /** Adds posts; returns one outcome for each, in order. */
    Uni<List<ItemOutcome>> add(Workspace workspace, UUID id, ItemSelection selection) {
        return publicReads.write(workspace, transaction -> collections.getForUpdate(transaction, workspace, id)
                .call(() -> requireRoom(transaction, workspace, id, selection))
                .chain(collection -> transaction.preparedQuery(ADD).execute(Tuple.of(workspace.key(), id,
                        selection.postIds().toArray(UUID[]::new), now(), collection.campaignId())))
                .map(rows -> {
                    Map<UUID, Outcome> outcomes = new HashMap<>();
                    rows.forEach(row -> outcomes.put(row.getUUID("id"),
                            row.getBoolean("changed") ? Outcome.ADDED : Outcome.UNCHANGED));
                    return selection.postIds().stream()
                            .map(post -> new ItemOutcome(post, outcomes.getOrDefault(post, Outcome.UNKNOWN_POST))).toList();
                })
                .call(() -> PostProgress.settle(transaction, workspace, selection.postIds())));
    }

    /** Removes a post, or leaves it out of a collection of a campaign. What is not in the collection stays so. */
    Uni<Void> remove(Workspace workspace, UUID id, UUID postId) {
        return publicReads.write(workspace, transaction -> collections.getForUpdate(transaction, workspace, id)
                .chain(collection -> collection.campaignId() == null
                        ? transaction.preparedQuery(REMOVE).execute(Tuple.of(workspace.key(), id, postId))
                        : transaction.preparedQuery(LEAVE_OUT).execute(Tuple.of(workspace.key(), id, postId, now())))
                .chain(() -> PostProgress.settle(transaction, workspace, List.of(postId))));
    }

    /** Pins a post, or with null unpins it; fails with 404 when it is not in the collection. */
    Uni<ItemView> pin(Workspace workspace, UUID id, UUID postId, @Nullable Pin pin) {
        return say(workspace, id, postId, PIN,
                Tuple.of(workspace.key(), id, postId, pin == null ? null : pin.position(), now()));
    }

    /** Replaces a post's products; fails with 404 when it is not in the collection. */
    Uni<ItemView> tag(Workspace workspace, UUID id, UUID postId, ProductTags tags) {
        return say(workspace, id, postId, TAG, Tuple.of(workspace.key(), id, postId, write(tags), now()));
    }

    private Uni<ItemView> say(Workspace workspace, UUID id, UUID postId, String sql, Tuple parameters) {
        return publicReads.write(workspace, transaction -> collections.getForUpdate(transaction, workspace, id)
                .chain(() -> transaction.preparedQuery(sql).execute(parameters))
                .chain(() -> transaction.preparedQuery(ONE).execute(Tuple.of(workspace.key(), id, now(), postId)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("post in the collection", postId);
                    }
                    return view(rows.iterator().next());
                }));
    }

    private static Uni<Void> requireRoom(SqlConnection transaction, Workspace workspace, UUID id, ItemSelection selection) {
        return transaction.preparedQuery(COUNT).execute(Tuple.of(workspace.key(), id)).invoke(rows -> {
            if (rows.iterator().next().getLong(0) + selection.postIds().size() > MOST) {
                throw ProblemException.conflict("A collection may have %d items at most.".formatted(MOST));
            }
        }).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private ItemView view(Row row) {
        try {
            return new ItemView(row.getUUID("post_id"), PostState.valueOf(row.getString("state")), row.getBoolean("shown"),
                    row.getInteger("pin"), json.readValue(row.getString("products"), PRODUCTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored products are not the JSON that was written", e);
        }
    }

    private String write(ProductTags tags) {
        try {
            return json.writeValueAsString(tags.products());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Products consist of texts and numbers", e);
        }
    }
}
