package io.groundswell.campaign.rights.request;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.grant.Evidence;
import io.groundswell.campaign.rights.grant.GrantEnd;
import io.groundswell.campaign.rights.grant.GrantedVia;
import io.groundswell.campaign.rights.grant.Grants;
import io.groundswell.campaign.rights.ledger.CanonicalJson;
import io.groundswell.campaign.rights.ledger.Ledger;
import io.groundswell.campaign.rights.ledger.LedgerFact;
import io.groundswell.campaign.rights.ledger.LedgerKind;
import io.groundswell.campaign.rights.request.ReplyOutcome.Outcome;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Judges replies, whoever brings them. A reply that fulfils all conditions grants what was asked; one that had granted and was
 * edited or deleted since ends its grant, because what it proves is no longer there to be seen.
 */
@ApplicationScoped
public class Replies {
    private static final String GRANTED = """
            select g.reply_network, g.reply_id, g.id, g.request_id, g.evidence->>'textDigest' as text_digest
            from unnest($2::text[], $3::text[]) as a (network, reply_id)
            join rights_grant g on g.workspace_id = $1 and g.reply_network = a.network and g.reply_id = a.reply_id
                and g.state in ('ACTIVE', 'EXPIRING')""";
    private static final String SEEN = """
            select s.network, s.reply_id, s.request_id, s.digest from unnest($2::text[], $3::text[]) as a (network, reply_id)
            join rights_reply s on s.workspace_id = $1 and s.network = a.network and s.reply_id = a.reply_id""";
    private static final String REMEMBER = """
            insert into rights_reply (workspace_id, network, reply_id, request_id, digest, outcome, failed, seen_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (workspace_id, network, reply_id) do update set request_id = excluded.request_id,
                digest = excluded.digest, outcome = excluded.outcome, failed = excluded.failed, seen_at = excluded.seen_at""";

    private final RequestStore store;
    private final Requests requests;
    private final Grants grants;
    private final Ledger ledger;
    private final Clock clock;

    Replies(RequestStore store, Requests requests, Grants grants, Ledger ledger, Clock clock) {
        this.store = store;
        this.requests = requests;
        this.grants = grants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Takes replies within the caller's transaction, as if they came one by one; returns an outcome for each, in order. */
    public Uni<List<ReplyOutcome>> take(SqlConnection transaction, Workspace workspace, List<Reply> replies) {
        return known(transaction, workspace, replies).chain(known -> known.isNothing()
                ? Uni.createFrom()
                        .item(replies.stream().map(reply -> ReplyOutcome.of(reply, Outcome.IGNORED, null, null)).toList())
                : ledger.lock(transaction, workspace)
                        .chain(() -> known(transaction, workspace, replies))
                        .chain(now -> judge(transaction, workspace, replies, now)));
    }

    private Uni<Known> known(SqlConnection transaction, Workspace workspace, List<Reply> replies) {
        String[] networks = replies.stream().map(reply -> reply.network().name()).toArray(String[]::new);
        String[] ids = replies.stream().map(Reply::replyId).toArray(String[]::new);
        String[] posts = replies.stream().map(Reply::networkPostId).toArray(String[]::new);
        Known known = new Known();
        return store.waitingAt(transaction, workspace, networks, posts)
                .invoke(waiting -> waiting.forEach(found -> known.waiting
                        .put(key(found.request().network().name(), found.networkPostId()), found.request())))
                .chain(() -> transaction.preparedQuery(GRANTED).execute(Tuple.of(workspace.key(), networks, ids)))
                .invoke(rows -> rows
                        .forEach(row -> known.granted.put(key(row.getString("reply_network"), row.getString("reply_id")),
                                Granted.of(row))))
                .chain(() -> transaction.preparedQuery(SEEN).execute(Tuple.of(workspace.key(), networks, ids)))
                .invoke(rows -> rows.forEach(row -> known.seen.put(key(row.getString("network"), row.getString("reply_id")),
                        new Seen(row.getUUID("request_id"), row.getString("digest")))))
                .replaceWith(known);
    }

    private Uni<List<ReplyOutcome>> judge(SqlConnection transaction, Workspace workspace, List<Reply> replies, Known known) {
        List<ReplyOutcome> outcomes = new ArrayList<>(replies.size());
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Reply reply : replies) {
            done = done.chain(() -> new Judgement(transaction, workspace, reply, known).outcome()).invoke(outcomes::add)
                    .replaceWithVoid();
        }
        return done.replaceWith(outcomes);
    }

    private static String key(String network, @Nullable String id) {
        return network + " " + id;
    }

    /** What is stored about the replies of a batch, and what becomes of it while they are judged. */
    private static final class Known {
        private final Map<String, RightsRequest> waiting = new HashMap<>();
        private final Map<String, Granted> granted = new HashMap<>();
        private final Map<String, Seen> seen = new HashMap<>();

        boolean isNothing() {
            return waiting.isEmpty() && granted.isEmpty();
        }
    }

    private record Granted(UUID grantId, @Nullable UUID requestId, @Nullable String textDigest) {
        static Granted of(Row row) {
            return new Granted(row.getUUID("id"), row.getUUID("request_id"), row.getString("text_digest"));
        }
    }

    private record Seen(UUID requestId, String digest) {}

    /** One reply. */
    private final class Judgement {
        private final SqlConnection transaction;
        private final Workspace workspace;
        private final Reply reply;
        private final Known known;
        private final String key;
        private final String digest;

        Judgement(SqlConnection transaction, Workspace workspace, Reply reply, Known known) {
            this.transaction = transaction;
            this.workspace = workspace;
            this.reply = reply;
            this.known = known;
            this.key = key(reply.network().name(), reply.replyId());
            this.digest = CanonicalJson.digest(reply);
        }

        Uni<ReplyOutcome> outcome() {
            Granted granted = known.granted.get(key);
            if (granted != null) {
                return isChanged(granted) ? revoke(granted) : item(Outcome.UNCHANGED, granted.requestId(), granted.grantId());
            }
            RightsRequest request = known.waiting.get(key(reply.network().name(), reply.networkPostId()));
            Seen seen = known.seen.get(key);
            if (request == null || !request.canBeGranted(clock.instant())) {
                return item(Outcome.IGNORED, null, null);
            }
            if (seen != null && seen.requestId().equals(request.id()) && seen.digest().equals(digest)) {
                return item(Outcome.UNCHANGED, request.id(), null);
            }
            List<ReplyCondition> failed = ReplyCondition.failed(reply, request);
            return failed.isEmpty() ? grant(request) : refuse(request, failed);
        }

        private Uni<ReplyOutcome> item(Outcome outcome, @Nullable UUID request, @Nullable UUID grant) {
            return Uni.createFrom().item(ReplyOutcome.of(reply, outcome, request, grant));
        }

        private boolean isChanged(Granted granted) {
            return reply.gone() || reply.editedAt() != null || reply.text() == null
                    || !CanonicalJson.digestOfText(reply.text()).equals(granted.textDigest());
        }

        private Uni<ReplyOutcome> revoke(Granted granted) {
            known.granted.remove(key);
            return grants.end(transaction, workspace, List.of(granted.grantId()),
                    reply.gone() ? GrantEnd.REPLY_DELETED : GrantEnd.REPLY_EDITED)
                    .chain(() -> item(Outcome.REVOKED, granted.requestId(), granted.grantId()));
        }

        private Uni<ReplyOutcome> grant(RightsRequest request) {
            String text = Objects.requireNonNull(reply.text());
            String textDigest = CanonicalJson.digestOfText(text);
            var evidence = Evidence.ofReply(reply.replyId(), text, textDigest, Objects.requireNonNull(reply.publishedAt()),
                    CanonicalJson.digest(request.terms()));
            known.waiting.remove(key(reply.network().name(), reply.networkPostId()));
            return requests.grant(transaction, workspace, request, GrantedVia.REPLY, evidence, reply.network())
                    .invoke(grant -> known.granted.put(key, new Granted(grant, request.id(), textDigest)))
                    .call(() -> remember(request, Outcome.GRANTED, List.of()))
                    .map(grant -> ReplyOutcome.of(reply, Outcome.GRANTED, request.id(), grant));
        }

        private Uni<ReplyOutcome> refuse(RightsRequest request, List<ReplyCondition> failed) {
            List<String> names = failed.stream().map(ReplyCondition::name).toList();
            var fact = new LedgerFact(LedgerKind.REPLY_REFUSED, request.postId(), request.id(), null,
                    Map.of("replyDigest", digest, "failed", names));
            known.seen.put(key, new Seen(request.id(), digest));
            return remember(request, Outcome.NOT_GRANTED, names)
                    .chain(() -> ledger.append(transaction, workspace, List.of(fact)))
                    .replaceWith(() -> ReplyOutcome.notGranted(reply, failed, request.id()));
        }

        private Uni<Void> remember(RightsRequest request, Outcome outcome, List<String> failed) {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            return transaction.preparedQuery(REMEMBER)
                    .execute(Tuple.tuple().addString(workspace.key()).addString(reply.network().name())
                            .addString(reply.replyId())
                            .addUUID(request.id()).addString(digest).addString(outcome.name())
                            .addArrayOfString(failed.toArray(String[]::new)).addOffsetDateTime(now))
                    .replaceWithVoid();
        }
    }
}
