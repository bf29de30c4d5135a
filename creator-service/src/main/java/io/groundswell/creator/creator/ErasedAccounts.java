package io.groundswell.creator.creator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.ErasedAmong.Erased;
import io.groundswell.kit.erasure.ErasureMarks;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Recognises the accounts of people who were erased. To be asked by whoever holds {@link Sightings#LOCK}: erasures wait for
 * it too, so nobody slips in between.
 */
@ApplicationScoped
class ErasedAccounts {
    static final ProblemType ERASED = new ProblemType("account-erased", 409, "An account belongs to a person who was erased");

    /** Marks cost a hash for each identifier, so they are made only where somebody was erased. */
    private static final String ANY = "select exists (select from erased_account where workspace_id = $1)";
    private static final String FIND = """
            select mark, creator_id, account_id, identified from erased_account where workspace_id = $1 and mark = any($2)""";
    private static final String FIND_ONE = """
            select identified from erased_account where workspace_id = ?1 and mark = ?2""";
    private static final String ADD = """
            insert into erased_account (workspace_id, mark, creator_id, account_id, identified)
            select ?1, mark, ?2, "accountId", identified
            from jsonb_to_recordset(cast(cast(?3 as text) as jsonb)) as m (mark uuid, "accountId" uuid, identified boolean)
            on conflict (workspace_id, mark) do update set creator_id = excluded.creator_id, account_id = excluded.account_id,
                identified = excluded.identified""";

    private final ErasureMarks marks;
    private final ObjectMapper json;

    ErasedAccounts(ErasureMarks marks, ObjectMapper json) {
        this.marks = marks;
        this.json = json;
    }

    /** Returns which identifiers of the sightings are those of erased people. */
    Uni<ErasedAmong> among(SqlConnection transaction, Workspace workspace, List<Sighting> sightings) {
        return transaction.preparedQuery(ANY).execute(Tuple.of(workspace.key()))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? find(transaction, workspace, sightings)
                        : Uni.createFrom().item(ErasedAmong.NOBODY));
    }

    private Uni<ErasedAmong> find(SqlConnection transaction, Workspace workspace, List<Sighting> sightings) {
        Map<UUID, NaturalKey> keys = new HashMap<>();
        for (Sighting sighting : sightings) {
            NaturalKey.allOf(sighting.profile()).forEach(key -> keys.put(mark(workspace, key), key));
        }
        return transaction.preparedQuery(FIND).execute(Tuple.of(workspace.key(), keys.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    Map<NaturalKey, Erased> erased = new HashMap<>();
                    for (Row row : rows) {
                        NaturalKey key = keys.get(row.getUUID("mark"));
                        if (key != null) {
                            erased.put(key, new Erased(new Seen(row.getUUID("creator_id"), row.getUUID("account_id"),
                                    Seen.Outcome.ERASED), row.getBoolean("identified")));
                        }
                    }
                    return new ErasedAmong(erased);
                });
    }

    /** Fails with 409 when one of the profiles is of a person who was erased; for a form, within its transaction. */
    Uni<Void> refuse(Workspace workspace, List<AccountProfile> profiles) {
        Uni<Void> checked = Uni.createFrom().voidItem();
        for (int i = 0; i < profiles.size(); i++) {
            String place = "accounts." + i;
            AccountProfile profile = profiles.get(i);
            for (NaturalKey key : NaturalKey.allOf(profile)) {
                checked = checked.chain(() -> isErased(workspace, key, profile)).invoke(erased -> {
                    if (erased) {
                        throw ProblemException.of(ERASED, "Nothing about this person may be kept.", List.of(
                                FieldError.field(place, "erased", "The person whose account this is was erased.")));
                    }
                }).replaceWithVoid();
            }
        }
        return checked;
    }

    private Uni<Boolean> isErased(Workspace workspace, NaturalKey key, AccountProfile profile) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FIND_ONE, Boolean.class)
                .setParameter(1, workspace.key())
                .setParameter(2, mark(workspace, key))
                .getSingleResultOrNull())
                .map(identified -> identified != null
                        && (key instanceof NaturalKey.UserId || !identified || profile.userId() == null));
    }

    /** Remembers the accounts as erased; returns their marks. */
    Uni<List<UUID>> add(Workspace workspace, UUID creatorId, List<Account> accounts) {
        Map<UUID, Mark> added = new LinkedHashMap<>();
        for (Account account : accounts) {
            boolean identified = account.facts().userId() != null;
            keys(account).forEach(key -> {
                UUID mark = mark(workspace, key);
                added.put(mark, new Mark(mark, account.id(), identified));
            });
        }
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD)
                .setParameter(1, workspace.key())
                .setParameter(2, creatorId)
                .setParameter(3, write(added.values()))
                .executeUpdate())
                .map(_ -> List.copyOf(added.keySet()));
    }

    /** The handle it was last seen with may have gone to another account; whoever claims it there is kept, see {@link ErasedAmong}. */
    private static List<NaturalKey> keys(Account account) {
        List<NaturalKey> keys = new ArrayList<>();
        String userId = account.facts().userId();
        String handle = account.facts().handle();
        if (userId != null) {
            keys.add(new NaturalKey.UserId(account.network(), userId));
        }
        if (handle != null) {
            keys.add(new NaturalKey.Claim(account.network(), Handle.key(handle)));
        }
        return keys;
    }

    private UUID mark(Workspace workspace, NaturalKey key) {
        return switch (key) {
            case NaturalKey.UserId(var network, var id) -> marks.ofUserId(workspace, network.name(), id);
            case NaturalKey.Claim(var network, var handle) -> marks.ofHandle(workspace, network.name(), handle);
        };
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Marks must be writable as JSON", e);
        }
    }

    private record Mark(UUID mark, UUID accountId, boolean identified) {}
}
