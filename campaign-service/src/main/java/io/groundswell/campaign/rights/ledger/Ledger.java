package io.groundswell.campaign.rights.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Appends to the ledger, within the transaction of what is told. */
@ApplicationScoped
public class Ledger {
    /** The hash before the first entry. */
    static final String BEGINNING = "0".repeat(64);
    private static final String BEGIN = """
            insert into rights_ledger_head (workspace_id, seq, hash) values ($1, 0, $2) on conflict do nothing""";
    private static final String LOCK = "select seq, hash from rights_ledger_head where workspace_id = $1 for update";
    private static final String APPEND = """
            insert into rights_ledger (workspace_id, seq, at, kind, post_id, request_id, grant_id, payload, prev_hash, hash)
            select $1, seq, at, kind, post_id, request_id, grant_id, payload::jsonb, prev_hash, hash
            from unnest($2::bigint[], $3::timestamptz[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[],
                $10::text[]) as e (seq, at, kind, post_id, request_id, grant_id, payload, prev_hash, hash)""";
    private static final String MOVE = "update rights_ledger_head set seq = $2, hash = $3 where workspace_id = $1";

    private final Clock clock;
    private final ObjectMapper json;

    Ledger(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /**
     * Waits until this transaction is the only one that changes rights of the workspace. Whoever decides by what is stored locks
     * first and reads then.
     */
    public Uni<Void> lock(SqlConnection transaction, Workspace workspace) {
        return head(transaction, workspace).replaceWithVoid();
    }

    /** Appends in order. */
    public Uni<Void> append(SqlConnection transaction, Workspace workspace, List<LedgerFact> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return head(transaction, workspace).chain(head -> {
            Chain chain = chained(workspace, head, facts);
            return transaction.preparedQuery(APPEND).execute(chain.columns())
                    .chain(() -> transaction.preparedQuery(MOVE)
                            .execute(Tuple.of(workspace.key(), chain.end().seq(), chain.end().hash())))
                    .replaceWithVoid();
        });
    }

    private static Uni<Head> head(SqlConnection transaction, Workspace workspace) {
        return lockedHead(transaction, workspace).chain(head -> head != null
                ? Uni.createFrom().item(head)
                : transaction.preparedQuery(BEGIN).execute(Tuple.of(workspace.key(), BEGINNING))
                        .chain(() -> lockedHead(transaction, workspace))
                        .onItem().ifNull().failWith(() -> new IllegalStateException("The ledger's head was not kept")));
    }

    private static Uni<@Nullable Head> lockedHead(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(workspace.key())).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            Row row = rows.iterator().next();
            return new Head(row.getLong("seq"), row.getString("hash"));
        });
    }

    private Chain chained(Workspace workspace, Head head, List<LedgerFact> facts) {
        int size = facts.size();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Long[] seqs = new Long[size];
        OffsetDateTime[] times = new OffsetDateTime[size];
        String[] payloads = new String[size];
        String[] formers = new String[size];
        String[] hashes = new String[size];
        Head end = head;
        Arrays.fill(times, now.atOffset(ZoneOffset.UTC));
        for (int i = 0; i < size; i++) {
            LedgerFact fact = facts.get(i);
            seqs[i] = end.seq() + 1;
            formers[i] = end.hash();
            payloads[i] = write(fact.payload());
            hashes[i] = LedgerEntry.hash(workspace, end.hash(), seqs[i], now, fact.kind().name(), fact.postId(),
                    fact.requestId(),
                    fact.grantId(), fact.payload());
            end = new Head(seqs[i], hashes[i]);
        }
        return new Chain(end, Tuple.tuple().addString(workspace.key()).addArrayOfLong(seqs).addArrayOfOffsetDateTime(times)
                .addArrayOfString(facts.stream().map(fact -> fact.kind().name()).toArray(String[]::new))
                .addArrayOfUUID(facts.stream().map(LedgerFact::postId).toArray(UUID[]::new))
                .addArrayOfUUID(facts.stream().map(LedgerFact::requestId).toArray(UUID[]::new))
                .addArrayOfUUID(facts.stream().map(LedgerFact::grantId).toArray(UUID[]::new))
                .addArrayOfString(payloads).addArrayOfString(formers).addArrayOfString(hashes));
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload consists of texts, numbers and lists", e);
        }
    }

    private record Head(long seq, String hash) {}

    private record Chain(Head end, Tuple columns) {}
}
