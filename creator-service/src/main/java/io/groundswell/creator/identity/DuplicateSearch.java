package io.groundswell.creator.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Compares creators with those who have a key in common with them, and keeps the pairs that are likely one person. The work
 * for one creator is bounded: a key that many share tells nothing and is passed over.
 */
@ApplicationScoped
class DuplicateSearch {
    /** Creators who share a key; more would make all of them candidates of each other. */
    private static final int MOST_WITH_ONE_KEY = 20;

    private static final String STORE_KEYS = """
            with told as materialized (
                select * from unnest($2::text[], $3::text[], $4::uuid[]) as t (kind, key, creator_id)
            ), gone as (
                delete from duplicate_key k
                where k.workspace_id = $1 and k.creator_id = any($5) and not exists (
                    select from told where told.kind = k.kind and told.key = k.key and told.creator_id = k.creator_id)
                returning k.creator_id
            ), added as (
                insert into duplicate_key (workspace_id, kind, key, creator_id)
                select $1, * from told
                on conflict do nothing
                returning creator_id
            )
            select creator_id from gone union select creator_id from added""";

    private static final String FORGET = """
            delete from duplicate_candidate where workspace_id = $1 and (first_id = any($2) or second_id = any($2))""";

    /** Each key costs one probe of the index, which ends after one more than may share it. */
    private static final String MEET = """
            with mine as materialized (
                select k.creator_id, k.key, m.met
                from duplicate_key k
                join (values ('HANDLE', 'HANDLE'), ('HANDLE', 'MENTION'), ('MENTION', 'HANDLE'), ('START', 'START'),
                    ('NAME', 'NAME'), ('WEBSITE', 'WEBSITE'), ('EMAIL', 'EMAIL')) as m (kind, met) on m.kind = k.kind
                where k.workspace_id = $1 and k.creator_id = any($2)
            )
            select distinct least(mine.creator_id, other.creator_id) as first_id,
                greatest(mine.creator_id, other.creator_id) as second_id
            from mine
            cross join lateral (
                select array_agg(o.creator_id) as ids
                from (select k.creator_id from duplicate_key k
                    where k.workspace_id = $1 and k.kind = mine.met and k.key = mine.key
                    limit $3 + 1) o
            ) met
            cross join lateral unnest(met.ids) as other (creator_id)
            where cardinality(met.ids) <= $3 and other.creator_id <> mine.creator_id""";

    private static final String STORE = """
            insert into duplicate_candidate (workspace_id, first_id, second_id, probability, model, prior, evidence, found_at)
            select $1, first_id, second_id, probability, $5, $6::float8, evidence, $7::timestamptz
            from unnest($2::uuid[], $3::uuid[], $4::float8[], $8::text[]) as t (first_id, second_id, probability, evidence)
            on conflict (workspace_id, first_id, second_id) do update set
                probability = excluded.probability, model = excluded.model, prior = excluded.prior,
                evidence = excluded.evidence, found_at = excluded.found_at""";

    private final ObjectMapper json;
    private final Clock clock;

    DuplicateSearch(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Finds the candidates of these creators anew, within a transaction of the workspace. */
    Uni<Void> refresh(SqlConnection transaction, Workspace workspace, DuplicateModel model, List<UUID> creators) {
        return WorkspaceDatabase.planAnew(transaction)
                .chain(() -> People.find(transaction, workspace, creators))
                .chain(people -> storeKeys(transaction, workspace, creators, people)
                        .chain(changed -> changed.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : compare(transaction, workspace, model, changed, people)));
    }

    /** Returns those of whom anything that is compared has changed. */
    private static Uni<List<UUID>> storeKeys(SqlConnection transaction, Workspace workspace, List<UUID> creators,
            Map<UUID, Person> people) {
        List<Owned> keys = people.values().stream()
                .flatMap(person -> BlockingKey.of(person).stream().map(key -> new Owned(key, person.creatorId()))).toList();
        Tuple tuple = Tuple.tuple().addString(workspace.key())
                .addArrayOfString(column(keys, String[]::new, owned -> owned.key().kind().name()))
                .addArrayOfString(column(keys, String[]::new, owned -> owned.key().key()))
                .addArrayOfUUID(column(keys, UUID[]::new, Owned::creatorId))
                .addArrayOfUUID(creators.toArray(UUID[]::new));
        return transaction.preparedQuery(STORE_KEYS).execute(tuple)
                .map(rows -> rows.stream().map(row -> row.getUUID("creator_id")).toList());
    }

    private Uni<Void> compare(SqlConnection transaction, Workspace workspace, DuplicateModel model, List<UUID> changed,
            Map<UUID, Person> people) {
        UUID[] ids = changed.toArray(UUID[]::new);
        return transaction.preparedQuery(FORGET).execute(Tuple.of(workspace.key(), ids))
                .chain(() -> transaction.preparedQuery(MEET).execute(Tuple.of(workspace.key(), ids, MOST_WITH_ONE_KEY)))
                .map(rows -> rows.stream().map(row -> new CreatorPair(row.getUUID("first_id"), row.getUUID("second_id")))
                        .toList())
                .chain(pairs -> People.find(transaction, workspace, strangers(pairs, people))
                        .chain(others -> store(transaction, workspace, model, weigh(pairs, people, others, model))));
    }

    private static Set<UUID> strangers(List<CreatorPair> pairs, Map<UUID, Person> known) {
        Set<UUID> strangers = new LinkedHashSet<>();
        for (CreatorPair pair : pairs) {
            strangers.add(pair.first());
            strangers.add(pair.second());
        }
        strangers.removeAll(known.keySet());
        return strangers;
    }

    private static List<Weighed> weigh(List<CreatorPair> pairs, Map<UUID, Person> people, Map<UUID, Person> others,
            DuplicateModel model) {
        List<Weighed> likely = new ArrayList<>();
        for (CreatorPair pair : pairs) {
            Person first = people.getOrDefault(pair.first(), others.get(pair.first()));
            Person second = people.getOrDefault(pair.second(), others.get(pair.second()));
            if (first != null && second != null) {
                List<Evidence> evidence = Likeness.of(first, second, model);
                double probability = model.probability(evidence);
                if (!evidence.isEmpty() && probability >= model.leastProbability()) {
                    likely.add(new Weighed(pair, probability, evidence));
                }
            }
        }
        return likely;
    }

    private Uni<Void> store(SqlConnection transaction, Workspace workspace, DuplicateModel model, List<Weighed> likely) {
        if (likely.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = Tuple.tuple().addString(workspace.key())
                .addArrayOfUUID(column(likely, UUID[]::new, weighed -> weighed.pair().first()))
                .addArrayOfUUID(column(likely, UUID[]::new, weighed -> weighed.pair().second()))
                .addArrayOfDouble(column(likely, Double[]::new, Weighed::probability))
                .addString(model.id()).addDouble(model.prior())
                .addOffsetDateTime(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .addArrayOfString(column(likely, String[]::new, weighed -> write(weighed.evidence())));
        return transaction.preparedQuery(STORE).execute(tuple).replaceWithVoid();
    }

    private String write(List<Evidence> evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence must be writable as JSON", e);
        }
    }

    private static <R, T> T[] column(List<R> rows, IntFunction<T[]> array, Function<R, @Nullable T> value) {
        return rows.stream().map(value).toArray(array);
    }

    private record Owned(BlockingKey key, UUID creatorId) {}

    private record Weighed(CreatorPair pair, double probability, List<Evidence> evidence) {}
}
