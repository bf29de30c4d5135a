package io.groundswell.campaign.gallery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What can be done with collections. What changes what the public sees completes when the public sees it. */
@ApplicationScoped
class Collections {
    /** The draft comes as JSON, in which what is absent needs no type. */
    private static final String CREATE = """
            insert into collection (workspace_id, id, public_id, name, title, channel, territory, campaign_id, item_order,
                created_at, updated_at)
            select ?1, ?2, ?3, d.name, d.title, d.channel, d.territory, d."campaignId", d."order", cast(?5 as timestamptz),
                cast(?5 as timestamptz)
            from jsonb_to_record(cast(cast(?4 as text) as jsonb))
                as d (name text, title text, channel text, territory text, "campaignId" uuid, "order" text)
            where d."campaignId" is null
                or exists (select from campaign c where c.workspace_id = ?1 and c.id = d."campaignId")""";
    private static final String REVISE = """
            update collection set name = $3, title = $4, channel = $5, territory = $6, item_order = $7, updated_at = $8,
                version = version + 1
            where workspace_id = $1 and id = $2""";
    private static final String SWITCH = """
            update collection set published = $3, published_at = case when $3 then $4::timestamptz end, updated_at = $4,
                version = version + 1
            where workspace_id = $1 and id = $2 and published <> $3""";
    private static final String DELETE_ITEMS = "delete from collection_item where workspace_id = $1 and collection_id = $2";
    private static final String DELETE = "delete from collection where workspace_id = $1 and id = $2";

    private final SecureRandom random = new SecureRandom();
    private final CollectionStore store;
    private final PublicReads publicReads;
    private final PublicUrls urls;
    private final ObjectMapper json;
    private final Clock clock;

    Collections(CollectionStore store, PublicReads publicReads, PublicUrls urls, ObjectMapper json, Clock clock) {
        this.store = store;
        this.publicReads = publicReads;
        this.urls = urls;
        this.json = json;
        this.clock = clock;
    }

    /** Creates a collection that is not published, within the caller's transaction. */
    Uni<CollectionView> create(Workspace workspace, CollectionDraft draft) {
        UUID id = Uuid7.next();
        String publicId = PublicId.next(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Panache.getSession().chain(session -> session.createNativeQuery(CREATE)
                .setParameter(1, workspace.key())
                .setParameter(2, id)
                .setParameter(3, publicId)
                .setParameter(4, write(draft))
                .setParameter(5, now.atOffset(ZoneOffset.UTC))
                .executeUpdate())
                .map(created -> {
                    if (created == 0) {
                        throw new InvalidValue("campaignId", "unknown-campaign",
                                "There is no campaign " + draft.campaignId() + ".");
                    }
                    return new CollectionView(id, publicId, draft.name(), draft.title(), draft.channel(), draft.territory(),
                            draft.campaignId(), draft.order(), false, null, urls.collection(publicId), urls.wall(publicId), now,
                            now, 0);
                });
    }

    /** Changes the version that the caller has seen. */
    Uni<CollectionView> revise(Workspace workspace, UUID id, @Nullable String ifMatch, UnaryOperator<CollectionDraft> change) {
        return publicReads.write(workspace, transaction -> seen(transaction, workspace, id, ifMatch).chain(collection -> {
            CollectionDraft draft = change.apply(collection.draft());
            if (!java.util.Objects.equals(draft.campaignId(), collection.campaignId())) {
                throw new InvalidValue("campaignId", "fixed", "What a collection is made of is fixed; create another one.");
            }
            return transaction.preparedQuery(REVISE)
                    .execute(Tuple.tuple().addString(workspace.key()).addUUID(id).addString(draft.name())
                            .addString(draft.title())
                            .addString(draft.channel().name()).addString(draft.territory()).addString(draft.order().name())
                            .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                    .chain(() -> store.settle(transaction, workspace, id))
                    .chain(() -> store.get(transaction, workspace, id));
        }));
    }

    /** Shows the collection in public, or no more; completes when that holds everywhere. */
    Uni<CollectionView> publish(Workspace workspace, UUID id, @Nullable String ifMatch, boolean published) {
        return publicReads.write(workspace, transaction -> seen(transaction, workspace, id, ifMatch)
                .chain(() -> transaction.preparedQuery(SWITCH).execute(
                        Tuple.of(workspace.key(), id, published, clock.instant().atOffset(ZoneOffset.UTC))))
                .chain(() -> store.settle(transaction, workspace, id))
                .chain(() -> store.get(transaction, workspace, id)));
    }

    /** Deletes the version that the caller has seen; the posts stay as they are. */
    Uni<Void> delete(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return publicReads.write(workspace, transaction -> seen(transaction, workspace, id, ifMatch)
                .chain(() -> transaction.preparedQuery(SWITCH).execute(
                        Tuple.of(workspace.key(), id, false, clock.instant().atOffset(ZoneOffset.UTC))))
                .chain(() -> store.settle(transaction, workspace, id))
                .chain(() -> transaction.preparedQuery(DELETE_ITEMS).execute(Tuple.of(workspace.key(), id)))
                .chain(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(workspace.key(), id)))
                .replaceWithVoid());
    }

    private Uni<CollectionView> seen(SqlConnection transaction, Workspace workspace, UUID id, @Nullable String ifMatch) {
        return store.getForUpdate(transaction, workspace, id)
                .invoke(collection -> Preconditions.requireMatch(ifMatch, collection.tag()));
    }

    private String write(CollectionDraft draft) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("name", draft.name());
        members.put("title", draft.title());
        members.put("channel", draft.channel());
        members.put("territory", draft.territory());
        members.put("campaignId", draft.campaignId());
        members.put("order", draft.order());
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft consists of texts", e);
        }
    }
}
