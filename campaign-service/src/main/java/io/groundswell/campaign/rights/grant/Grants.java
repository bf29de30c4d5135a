package io.groundswell.campaign.rights.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostProgress;
import io.groundswell.campaign.post.Withdrawals;
import io.groundswell.campaign.rights.ledger.CanonicalJson;
import io.groundswell.campaign.rights.ledger.Ledger;
import io.groundswell.campaign.rights.ledger.LedgerFact;
import io.groundswell.campaign.rights.ledger.LedgerKind;
import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Makes grants and ends them, in the caller's transaction, which has locked the {@link Ledger}. What follows happens at once: posts
 * become publishable, or are withdrawn when nothing else permits their use.
 */
@ApplicationScoped
public class Grants {
    private static final String INSERT = """
            insert into rights_grant (workspace_id, id, post_id, state, actions, channels, territories, starts_at, ends_at,
                attribution, request_id, granted_via, evidence, reply_network, reply_id, granted_at, expiring_at)
            values ($1, $2, $3, 'ACTIVE', $4, $5, $6, $7, $8, $9, $10, $11, $12::text::jsonb, $13, $14, $15, $16)""";
    private static final String END = """
            update rights_grant set state = $2, end_reason = $3, ended_at = $4, version = version + 1
            where workspace_id = $1 and state in ('ACTIVE', 'EXPIRING') and %s
            returning id, post_id, request_id""";
    private static final String END_THESE = END.formatted("id = any($5)");
    private static final String END_DUE = END.formatted("ends_at <= $4");
    private static final String END_OF_POSTS = END.formatted("post_id = any($5)");
    private static final String APPROACH = """
            update rights_grant set state = 'EXPIRING', version = version + 1
            where workspace_id = $1 and state = 'ACTIVE' and expiring_at <= $2 and ends_at > $2
            returning id, post_id, request_id""";
    /** Posts that nothing permits to be used any more. */
    private static final String BARE = """
            select p.id from unnest($2::uuid[]) as p (id)
            where not exists (select from rights_grant g where g.workspace_id = $1 and g.post_id = p.id
                and g.state in ('ACTIVE', 'EXPIRING') and (g.ends_at is null or g.ends_at > $3))""";

    private final Ledger ledger;
    private final Clock clock;
    private final ObjectMapper json;

    Grants(Ledger ledger, Clock clock, ObjectMapper json) {
        this.ledger = ledger;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Makes a grant.
     *
     * @throws InvalidValue when the terms would be over before they begin
     */
    public Uni<Void> make(SqlConnection transaction, Workspace workspace, NewGrant grant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LicenceTerms terms = grant.terms();
        Instant end = terms.end(now);
        if (end != null && !end.isAfter(now)) {
            throw new InvalidValue("terms.endsAt", "in-the-past", "Terms that are over grant nothing.");
        }
        Instant expiring = end == null ? null : end.minus(Duration.ofDays(grant.expiringDays()));
        Tuple row = Tuple.tuple().addString(workspace.key()).addUUID(grant.id()).addUUID(grant.postId())
                .addArrayOfString(names(terms.actions())).addArrayOfString(names(terms.channels()))
                .addArrayOfString(terms.territories().toArray(String[]::new)).addOffsetDateTime(utc(terms.start(now)))
                .addOffsetDateTime(utc(end)).addString(terms.attribution()).addUUID(grant.requestId())
                .addString(grant.via().name()).addString(write(grant.evidence()))
                .addString(grant.network() == null ? null : grant.network().name()).addString(grant.evidence().replyId())
                .addOffsetDateTime(utc(now)).addOffsetDateTime(utc(expiring));
        var fact = new LedgerFact(LedgerKind.GRANT_MADE, grant.postId(), grant.requestId(), grant.id(), payload(grant));
        return transaction.preparedQuery(INSERT).execute(row)
                .chain(() -> PostProgress.settle(transaction, workspace, List.of(grant.postId())))
                .chain(() -> ledger.append(transaction, workspace, List.of(fact)));
    }

    private static Map<String, Object> payload(NewGrant grant) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("via", grant.via().name());
        payload.put("termsDigest", CanonicalJson.digest(grant.terms()));
        payload.put("evidenceDigest", CanonicalJson.digest(grant.evidence()));
        if (grant.evidence().textDigest() != null) {
            payload.put("textDigest", grant.evidence().textDigest());
        }
        return payload;
    }

    /** Ends those of the grants that still permit something; returns how many. */
    public Uni<Integer> end(SqlConnection transaction, Workspace workspace, Collection<UUID> grants, GrantEnd end) {
        return end(transaction, workspace, END_THESE, end, grants.toArray(UUID[]::new));
    }

    /** Ends all grants of posts whose content is gone already. */
    public Uni<Integer> endOfPosts(SqlConnection transaction, Workspace workspace, Collection<UUID> posts, GrantEnd end) {
        return end(transaction, workspace, END_OF_POSTS, end, posts.toArray(UUID[]::new));
    }

    /** Ends the grants whose time is over and marks those whose end is near; returns how many changed. */
    public Uni<Integer> passTime(SqlConnection transaction, Workspace workspace) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return end(transaction, workspace, END_DUE, GrantEnd.TIME_OVER, null)
                .chain(ended -> transaction.preparedQuery(APPROACH).execute(Tuple.of(workspace.key(), now))
                        .map(rows -> facts(rows, LedgerKind.GRANT_EXPIRING, Map.of()))
                        .call(facts -> ledger.append(transaction, workspace, facts))
                        .map(facts -> ended + facts.size()));
    }

    private Uni<Integer> end(SqlConnection transaction, Workspace workspace, String sql, GrantEnd end,
            UUID @Nullable [] which) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Tuple parameters = Tuple.of(workspace.key(), end.state().name(), end.name(), now);
        if (which != null) {
            parameters.addArrayOfUUID(which);
        }
        return transaction.preparedQuery(sql).execute(parameters)
                .map(rows -> facts(rows, end.kind(), Map.of("reason", end.name())))
                .chain(facts -> facts.isEmpty()
                        ? Uni.createFrom().item(0)
                        : withdraw(transaction, workspace, facts, end, now).replaceWith(facts.size()));
    }

    private Uni<Void> withdraw(SqlConnection transaction, Workspace workspace, List<LedgerFact> ended, GrantEnd end,
            OffsetDateTime now) {
        UUID[] posts = ended.stream().map(LedgerFact::postId).distinct().toArray(UUID[]::new);
        return transaction.preparedQuery(BARE).execute(Tuple.of(workspace.key(), posts, now))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList())
                .chain(bare -> Withdrawals.ofPosts(transaction, workspace, bare, end.withdrawalReason()))
                .chain(withdrawn -> {
                    List<LedgerFact> facts = new ArrayList<>(ended);
                    withdrawn.forEach(post -> facts.add(new LedgerFact(LedgerKind.POST_WITHDRAWN, post, null, null,
                            Map.of("reason", end.withdrawalReason().name()))));
                    return ledger.append(transaction, workspace, facts);
                })
                .chain(() -> PostProgress.settle(transaction, workspace, List.of(posts)));
    }

    private static List<LedgerFact> facts(RowSet<Row> rows, LedgerKind kind, Map<String, Object> payload) {
        return rows.stream()
                .map(row -> new LedgerFact(kind, row.getUUID("post_id"), row.getUUID("request_id"), row.getUUID("id"),
                        payload))
                .toList();
    }

    private static String[] names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence must be writable as JSON", e);
        }
    }
}
