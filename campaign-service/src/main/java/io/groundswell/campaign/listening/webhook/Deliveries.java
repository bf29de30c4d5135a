package io.groundswell.campaign.listening.webhook;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.listening.webhook.InstagramChanges.Change;
import io.groundswell.campaign.listening.webhook.WebhookStore.Address;
import io.groundswell.campaign.post.HeardReply;
import io.groundswell.campaign.post.ReplyListener;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Takes what Meta delivers. */
@ApplicationScoped
class Deliveries {
    /** Two deliveries with the same changes meet at the unique index, whichever came first: rows go in by its order. */
    private static final String STORE = """
            insert into webhook_delivery (workspace_id, subscription_id, id, digest, received_at, happened_at, account_id, field,
                outcome, detail, media_id, comment_id)
            select $1, $2, d.id, d.digest, $3, d.happened_at, d.account_id, d.field, d.outcome, d.detail, d.media_id, d.comment_id
            from unnest($4::uuid[], $5::uuid[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                $12::text[])
                as d (id, digest, happened_at, account_id, field, outcome, detail, media_id, comment_id)
            order by d.digest
            on conflict (workspace_id, subscription_id, digest) do nothing
            returning digest""";

    /** Ids grow with time. */
    private static final String EXPIRE = """
            delete from webhook_delivery
            where workspace_id = $1 and subscription_id = $2 and id < uuidv7(interval '-30 days')""";

    private final WorkspaceDatabase database;
    private final WebhookStore subscriptions;
    private final Instance<ReplyListener> listeners;
    private final ObjectMapper json;
    private final Clock clock;

    Deliveries(WorkspaceDatabase database, WebhookStore subscriptions, @Any Instance<ReplyListener> listeners,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.listeners = listeners;
        this.json = json;
        this.clock = clock;
    }

    /** Takes a delivery; fails with 404 for an unknown address, with 403 when the signature is not the app's. */
    Uni<Void> take(String key, byte[] body, @Nullable String signature) {
        return subscriptions.find(key).chain(address -> {
            if (!Signature.isOf(body, address.appSecret(), signature)) {
                throw ProblemException.of(ProblemType.FORBIDDEN,
                        "X-Hub-Signature-256 is not the app's signature of this body.");
            }
            Instant now = clock.instant();
            List<Change> changes = InstagramChanges.in(read(body), now);
            return changes.isEmpty() ? Uni.createFrom().voidItem() : store(address, changes, now);
        });
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw ProblemException.of(ProblemType.MALFORMED_JSON, "The body is not JSON.");
        }
    }

    private Uni<Void> store(Address address, List<Change> changes, Instant now) {
        return database.write(address.workspace(), transaction -> transaction.preparedQuery(STORE)
                .execute(parameters(address, changes, now))
                .chain(rows -> {
                    Set<UUID> fresh = new HashSet<>();
                    rows.forEach(row -> fresh.add(row.getUUID("digest")));
                    return tell(transaction, address.workspace(), changes, fresh);
                })
                .call(() -> transaction.preparedQuery(EXPIRE).execute(Tuple.of(address.workspace().key(), address.id()))));
    }

    private Uni<Void> tell(SqlConnection transaction, Workspace workspace, List<Change> changes, Set<UUID> fresh) {
        List<HeardReply> replies = changes.stream().filter(change -> fresh.contains(change.digest())).map(Change::reply)
                .filter(reply -> reply != null && reply.isPlausible()).distinct().toList();
        Uni<Void> told = Uni.createFrom().voidItem();
        if (!replies.isEmpty()) {
            for (ReplyListener listener : listeners) {
                told = told.chain(() -> listener.heard(transaction, workspace, replies));
            }
        }
        return told;
    }

    private static Tuple parameters(Address address, List<Change> changes, Instant now) {
        Tuple tuple = Tuple.of(address.workspace().key(), address.id(), now.atOffset(ZoneOffset.UTC));
        tuple.addArrayOfUUID(changes.stream().map(_ -> Uuid7.next()).toArray(UUID[]::new));
        tuple.addArrayOfUUID(changes.stream().map(Change::digest).toArray(UUID[]::new));
        tuple.addArrayOfOffsetDateTime(changes.stream().map(Deliveries::happenedAt).toArray(OffsetDateTime[]::new));
        tuple.addArrayOfString(texts(changes, Change::accountId));
        tuple.addArrayOfString(texts(changes, Change::field));
        tuple.addArrayOfString(texts(changes, change -> change.outcome().name()));
        tuple.addArrayOfString(texts(changes, Change::detail));
        tuple.addArrayOfString(texts(changes, Change::mediaId));
        tuple.addArrayOfString(texts(changes, Change::commentId));
        return tuple;
    }

    private static @Nullable OffsetDateTime happenedAt(Change change) {
        Instant time = change.happenedAt();
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static String[] texts(List<Change> changes, Function<Change, @Nullable String> value) {
        return changes.stream().map(value).toArray(String[]::new);
    }
}
