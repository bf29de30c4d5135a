package io.groundswell.campaign.listening.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.listening.NetworkPost;
import io.groundswell.campaign.listening.SourceIntake;
import io.groundswell.campaign.listening.SourceIntake.Result;
import io.groundswell.campaign.listening.SourceIntake.Taken;
import io.groundswell.campaign.listening.SourceItem;
import io.groundswell.campaign.listening.live.ReadEvents.Answer;
import io.groundswell.campaign.listening.live.ReadEvents.Told;
import io.groundswell.campaign.post.HeardReply;
import io.groundswell.campaign.post.ReplyListener;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Stores what batches of events say, and with it how far a connector has come; only for whoever holds its lease. */
@ApplicationScoped
class ConnectorBatches {
    /** Locks the connector's row: whoever stops it or takes it over waits for the batch, and the next batch finds it gone. */
    private static final String HOLD = """
            select true from connector_run where workspace_id = $1 and id = $2 and owner = $3 and wanted for update""";
    private static final String MOVE = """
            update connector_run set position = coalesce($3, position), last_event_at = coalesce($4, last_event_at),
                lag_millis = coalesce($5, lag_millis), heard_at = $6, received = received + $7, matched = matched + $8,
                withdrawn = withdrawn + $9, ignored = ignored + $10, rejected = rejected + $11
            where workspace_id = $1 and id = $2""";
    private static final String SIGHTED = """
            select s.source, p.network_post_id from connector_sighting s
            join post p on p.workspace_id = s.workspace_id and p.id = s.post_id
            where s.workspace_id = $1 and s.connector_id = $2 and s.source = any($3) and p.state <> 'WITHDRAWN'""";
    private static final String SIGHT = """
            insert into connector_sighting (workspace_id, connector_id, source, post_id)
            select $1, $2, * from unnest($3::uuid[], $4::uuid[])
            on conflict (workspace_id, connector_id, source) do update set post_id = excluded.post_id
                where connector_sighting.post_id <> excluded.post_id""";
    private static final String KEPT = """
            select network_post_id from post
            where workspace_id = $1 and network = $2 and network_post_id = any($3) and state <> 'WITHDRAWN'""";

    private final WorkspaceDatabase database;
    private final SourceIntake intake;
    private final Instance<ReplyListener> listeners;
    private final Clock clock;

    ConnectorBatches(WorkspaceDatabase database, SourceIntake intake, @Any Instance<ReplyListener> listeners, Clock clock) {
        this.database = database;
        this.intake = intake;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Stores a batch; fails with {@link LeaseLost} when the connector is no longer the owner's to listen for. */
    Uni<Void> store(ConnectorSettings connector, UUID owner, ReadEvents read) {
        return database.write(connector.workspace(),
                transaction -> hold(transaction, connector, owner)
                        .chain(() -> new Batch(transaction, connector, read).store()));
    }

    private static Uni<Void> hold(SqlConnection transaction, ConnectorSettings connector, UUID owner) {
        return transaction.preparedQuery(HOLD).execute(Tuple.of(connector.workspace().key(), connector.id(), owner))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new LeaseLost();
                    }
                }).replaceWithVoid();
    }

    /** One transaction's work. */
    private final class Batch {
        private final SqlConnection transaction;
        private final ConnectorSettings connector;
        private final Workspace workspace;
        private final ReadEvents read;
        /** What the server's numbers stand for, as far as this batch or the database tells. */
        private final Map<String, String> sighted = new HashMap<>();

        Batch(SqlConnection transaction, ConnectorSettings connector, ReadEvents read) {
            this.transaction = transaction;
            this.connector = connector;
            this.workspace = connector.workspace();
            this.read = read;
        }

        Uni<Void> store() {
            return lookUp().chain(() -> {
                List<SourceItem> items = read.told().stream().map(this::item).toList();
                return intake.take(transaction, workspace, items)
                        .call(this::sight)
                        .call(this::tellReplies)
                        .chain(this::move);
            });
        }

        private SourceItem item(Told told) {
            SourceItem item = told.item();
            if (item != null) {
                return item;
            }
            String known = sighted.get(told.deletes());
            return known == null
                    ? new SourceItem.Ignored("Deletes a post that is not kept.")
                    : new SourceItem.Deleted(connector.kind().network(), known);
        }

        /** Numbers of this batch count as well: what is deleted may have come a moment before. */
        private Uni<Void> lookUp() {
            if (connector.kind() != ConnectorKind.MASTODON) {
                return Uni.createFrom().voidItem();
            }
            Set<String> wanted = new HashSet<>();
            read.answers().stream().map(Answer::parent).filter(parent -> !parent.isEmpty()).forEach(wanted::add);
            for (Told told : read.told()) {
                if (told.deletes() != null) {
                    wanted.add(told.deletes());
                }
            }
            if (wanted.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Map<UUID, String> numbers = new HashMap<>();
            wanted.forEach(number -> numbers.put(source(number), number));
            return transaction.preparedQuery(SIGHTED)
                    .execute(Tuple.of(workspace.key(), connector.id(), numbers.keySet().toArray(UUID[]::new)))
                    .invoke(rows -> {
                        for (Row row : rows) {
                            sighted.put(String.valueOf(numbers.get(row.getUUID("source"))), row.getString("network_post_id"));
                        }
                        sightedHere();
                    }).replaceWithVoid();
        }

        private void sightedHere() {
            for (Told told : read.told()) {
                if (told.sourceId() != null && told.item() instanceof SourceItem.Published(NetworkPost post)) {
                    sighted.put(told.sourceId(), post.networkPostId());
                }
            }
        }

        private Uni<Void> sight(List<Taken> taken) {
            Map<UUID, UUID> posts = new HashMap<>();
            for (int i = 0; i < taken.size(); i++) {
                String sourceId = read.told().get(i).sourceId();
                UUID post = taken.get(i).postId();
                if (sourceId != null && post != null) {
                    posts.put(source(sourceId), post);
                }
            }
            if (posts.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            List<Map.Entry<UUID, UUID>> pairs = List.copyOf(posts.entrySet());
            return transaction.preparedQuery(SIGHT).execute(Tuple.of(workspace.key(), connector.id(),
                    pairs.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                    pairs.stream().map(Map.Entry::getValue).toArray(UUID[]::new))).replaceWithVoid();
        }

        private UUID source(String number) {
            try {
                ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                        .digest((connector.id() + " " + number).getBytes(StandardCharsets.UTF_8)));
                return new UUID(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        private Uni<Void> tellReplies(List<Taken> taken) {
            if (read.answers().isEmpty() || listeners.isUnsatisfied()) {
                return Uni.createFrom().voidItem();
            }
            List<HeardReply> replies = new ArrayList<>();
            for (Answer answer : read.answers()) {
                String post = connector.kind() == ConnectorKind.MASTODON ? sighted.get(answer.parent()) : answer.parent();
                if (answer.reply().deleted()) {
                    replies.add(answer.reply());
                } else if (post != null) {
                    replies.add(to(post, answer.reply()));
                }
            }
            return kept(replies.stream().filter(reply -> !reply.deleted()).toList()).chain(kept -> {
                List<HeardReply> heard = replies.stream()
                        .filter(reply -> reply.deleted() || kept.contains(reply.networkPostId()))
                        .filter(HeardReply::isPlausible)
                        .toList();
                return heard.isEmpty() ? Uni.createFrom().voidItem() : tell(heard);
            });
        }

        private Uni<Void> tell(List<HeardReply> heard) {
            Uni<Void> told = Uni.createFrom().voidItem();
            for (ReplyListener listener : listeners) {
                told = told.chain(() -> listener.heard(transaction, workspace, heard));
            }
            return told;
        }

        private Uni<Set<String>> kept(Collection<HeardReply> answers) {
            if (answers.isEmpty()) {
                return Uni.createFrom().item(Set.of());
            }
            Network network = connector.kind().network();
            String[] ids = answers.stream().map(HeardReply::networkPostId).distinct().toArray(String[]::new);
            return transaction.preparedQuery(KEPT).execute(Tuple.of(workspace.key(), network.name(), ids)).map(rows -> {
                Set<String> kept = new HashSet<>();
                rows.forEach(row -> kept.add(row.getString(0)));
                return kept;
            });
        }

        private static HeardReply to(String post, HeardReply reply) {
            return new HeardReply(reply.network(), reply.replyId(), post, reply.authorId(), reply.authorHandle(), reply.text(),
                    reply.publishedAt(), reply.editedAt(), false);
        }

        private Uni<Void> move(List<Taken> taken) {
            Instant now = clock.instant();
            Instant lastEventAt = read.lastEventAt();
            @Nullable
            Long lag = lastEventAt == null
                    ? null
                    : Long.valueOf(Math.max(0, Duration.between(lastEventAt, now).toMillis()));
            Tuple tuple = Tuple.of(workspace.key(), connector.id(), read.position());
            tuple.addOffsetDateTime(lastEventAt == null ? null : lastEventAt.atOffset(ZoneOffset.UTC));
            tuple.addLong(lag);
            tuple.addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
            tuple.addLong((long) taken.size());
            tuple.addLong(count(taken, Result.KEPT));
            tuple.addLong(count(taken, Result.WITHDRAWN));
            tuple.addLong(count(taken, Result.IGNORED) + count(taken, Result.KNOWN));
            tuple.addLong(count(taken, Result.REJECTED));
            return transaction.preparedQuery(MOVE).execute(tuple).replaceWithVoid();
        }

        private static long count(List<Taken> taken, Result result) {
            return taken.stream().map(Taken::result).filter(one -> Objects.equals(one, result)).count();
        }
    }

    /** Somebody stopped the connector, changed it, or another process took it over. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost() {
            super("Listening ended here", null, false, false);
        }
    }
}
