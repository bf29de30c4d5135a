package io.groundswell.creator.creator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Batches of sightings in PostgreSQL, within a transaction of the workspace that has the writers' lock. */
final class SightingStore {
    /**
     * One probe of one index for each key. PostgreSQL takes a workspace for a small part of its tables
     * ({@code db/kit/afterMigrate.sql}), so a plain join would read all of its accounts for each batch, and an import would cost more
     * with every line that is stored. What is limited inside of {@code lateral} can only be looked for key by key.
     */
    private static final String PROBE = """
            select t.place, a.id, a.creator_id, a.user_id, a.told, c.version, c.stage
            from unnest($2::int[], $3::text[], $4::text[]) as t (place, network, user_id)
            cross join lateral (
                select id, creator_id, user_id, told from account
                where workspace_id = $1 and network = t.network and user_id = t.user_id limit 1
            ) a
            cross join lateral (select version, stage from creator where workspace_id = $1 and id = a.creator_id limit 1) c
            union all
            select t.place, a.id, a.creator_id, a.user_id, a.told, c.version, c.stage
            from unnest($5::int[], $6::text[], $7::text[]) as t (place, network, handle_key)
            cross join lateral (
                select id, creator_id, user_id, told from account
                where workspace_id = $1 and network = t.network and handle_key = t.handle_key limit 1
            ) a
            cross join lateral (select version, stage from creator where workspace_id = $1 and id = a.creator_id limit 1) c""";

    private static final String LOAD = """
            select %s
            from unnest($2::uuid[]) as wanted (id)
            cross join lateral (select * from creator where workspace_id = $1 and id = wanted.id limit 1) c
            left join lateral (select * from account where workspace_id = $1 and creator_id = c.id offset 0) a on true
            order by c.id""".formatted(CreatorRows.COLUMNS);

    private static final String PAGE = """
            select %s
            from (select * from creator where workspace_id = $1 and id > $2 order by id limit $3) c
            left join account a on a.workspace_id = $1 and a.creator_id = c.id
            order by c.id""".formatted(CreatorRows.COLUMNS);

    private static final String FORGET_CLAIMS = """
            update account set handle_key = null where workspace_id = $1 and id = any($2)""";

    private static final String ACCOUNT_ARRAYS = """
            unnest($11::uuid[], $12::uuid[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::bigint[],
                $19::bigint[], $20::bigint[], $21::bigint[], $22::text[], $23::text[], $24::text[], $25::bool[], $26::text[],
                $27::text[], $28::bool[], $29::timestamptz[], $30::uuid[], $31::bool[], $32::timestamptz[], $33::text[])""";

    private static final String CREATOR_ARRAYS = """
            unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::bool[],
                $10::timestamptz[])""";

    private static final String INSERT = """
            with stored_creators as (
                insert into creator as c (workspace_id, id, display_name, kind, stage, discovered_via, followers, tier, tier_scheme,
                    tier_certain, created_at, updated_at, version)
                select $1, id, display_name, kind, 'DISCOVERED', via, followers, tier, tier_scheme, tier_certain, seen_at, seen_at, 0
                from %s as t (id, display_name, kind, via, followers, tier, tier_scheme, tier_certain, seen_at)
                %%s
            )
            insert into account (workspace_id, id, creator_id, network, user_id, handle, handle_key, display_name, followers,
                followers_precision, following, posts, bio, language, country, verified, profile_url, tier, tier_certain,
                observed_at, told, has_picture, joined_at, website)
            select $1, * from %s
            %%s"""
            .formatted(CREATOR_ARRAYS, ACCOUNT_ARRAYS);

    private static final String INSERT_NEW = INSERT.formatted("", "");

    /** Every row conflicts: unlike a join, that looks for each by its key, see {@link #PROBE}. */
    private static final String UPDATE = INSERT.formatted("""
            on conflict (workspace_id, id) do update set
                display_name = excluded.display_name, kind = excluded.kind, discovered_via = excluded.discovered_via,
                followers = excluded.followers, tier = excluded.tier, tier_scheme = excluded.tier_scheme,
                tier_certain = excluded.tier_certain, updated_at = excluded.updated_at, version = c.version + 1""", """
            on conflict (workspace_id, id) do update set
                user_id = excluded.user_id, handle = excluded.handle, handle_key = excluded.handle_key,
                display_name = excluded.display_name, followers = excluded.followers,
                followers_precision = excluded.followers_precision, following = excluded.following, posts = excluded.posts,
                bio = excluded.bio, language = excluded.language, country = excluded.country, verified = excluded.verified,
                profile_url = excluded.profile_url, tier = excluded.tier, tier_certain = excluded.tier_certain,
                observed_at = excluded.observed_at, told = excluded.told, has_picture = excluded.has_picture,
                joined_at = excluded.joined_at, website = excluded.website""");

    private final SqlConnection transaction;
    private final Workspace workspace;

    SightingStore(SqlConnection transaction, Workspace workspace) {
        this.transaction = transaction;
        this.workspace = workspace;
    }

    /** Finds what is known of the accounts that the sightings could be of. */
    Uni<KnownAccounts> probe(List<Sighting> sightings) {
        var known = new KnownAccounts(sightings);
        List<NaturalKey> keys = new ArrayList<>(known.keys());
        List<Integer> ids = new ArrayList<>();
        List<Integer> claims = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            switch (keys.get(i)) {
                case NaturalKey.UserId _ -> ids.add(i);
                case NaturalKey.Claim _ -> claims.add(i);
            }
        }
        Tuple tuple = Tuple.tuple().addString(workspace.key());
        addKeys(tuple, keys, ids);
        addKeys(tuple, keys, claims);
        return transaction.preparedQuery(PROBE).execute(tuple).map(rows -> {
            rows.forEach(row -> known.add(keys.get(row.getInteger("place")), known(row)));
            return known;
        });
    }

    private static void addKeys(Tuple tuple, List<NaturalKey> keys, List<Integer> places) {
        tuple.addArrayOfInteger(places.toArray(Integer[]::new));
        tuple.addArrayOfString(column(places, String[]::new, place -> keys.get(place).network().name()));
        tuple.addArrayOfString(column(places, String[]::new, place -> keys.get(place).value()));
    }

    private static KnownAccounts.Known known(Row row) {
        return new KnownAccounts.Known(row.getUUID("id"), row.getUUID("creator_id"), row.getString("user_id"),
                row.getUUID("told"), row.getLong("version"), Stage.valueOf(row.getString("stage")));
    }

    /** Loads creators with all their accounts. */
    Uni<List<Creator>> load(Collection<UUID> creators) {
        if (creators.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction.preparedQuery(LOAD).execute(Tuple.of(workspace.key(), creators.toArray(UUID[]::new)))
                .map(rows -> CreatorRows.creators(workspace.key(), rows));
    }

    /** Loads the creators after an id, so many at most. */
    Uni<List<Creator>> page(UUID after, int most) {
        return transaction.preparedQuery(PAGE).execute(Tuple.of(workspace.key(), after, most))
                .map(rows -> CreatorRows.creators(workspace.key(), rows));
    }

    /** Stores what the batch changed: claims to handles are given up before others take them. */
    Uni<Void> store(SightingBatch batch) {
        return forgetClaims(batch.dispossessed())
                .chain(() -> update(batch.changedCreators(), batch.changedAccounts()))
                .chain(() -> write(INSERT_NEW, batch.newCreators(), batch.newAccounts()));
    }

    /** Stores what changed of creators and accounts that are known. */
    Uni<Void> update(Collection<Creator> creators, Collection<Account> accounts) {
        return write(UPDATE, creators, accounts);
    }

    private Uni<Void> forgetClaims(Collection<Account> dispossessed) {
        return dispossessed.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(FORGET_CLAIMS)
                        .execute(Tuple.of(workspace.key(), column(dispossessed, UUID[]::new, Account::id))).replaceWithVoid();
    }

    private Uni<Void> write(String sql, Collection<Creator> creators, Collection<Account> accounts) {
        if (creators.isEmpty() && accounts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = Tuple.tuple().addString(workspace.key());
        addCreators(tuple, creators);
        addAccounts(tuple, accounts);
        return transaction.preparedQuery(sql).execute(tuple).replaceWithVoid();
    }

    private static void addCreators(Tuple tuple, Collection<Creator> creators) {
        tuple.addArrayOfUUID(column(creators, UUID[]::new, Creator::id));
        tuple.addArrayOfString(column(creators, String[]::new, creator -> creator.revision().displayName()));
        tuple.addArrayOfString(column(creators, String[]::new, creator -> creator.kind().name()));
        tuple.addArrayOfString(column(creators, String[]::new, creator -> creator.discoveredVia().name()));
        tuple.addArrayOfLong(column(creators, Long[]::new, Creator::followers));
        tuple.addArrayOfString(
                column(creators, String[]::new, creator -> creator.tier() == null ? null : creator.tier().name()));
        tuple.addArrayOfString(column(creators, String[]::new, Creator::tierScheme));
        tuple.addArrayOfBoolean(column(creators, Boolean[]::new, Creator::isTierCertain));
        tuple.addArrayOfOffsetDateTime(column(creators, OffsetDateTime[]::new, creator -> utc(creator.updatedAt())));
    }

    private static void addAccounts(Tuple tuple, Collection<Account> accounts) {
        List<AccountFacts> facts = accounts.stream().map(Account::facts).toList();
        tuple.addArrayOfUUID(column(accounts, UUID[]::new, Account::id));
        tuple.addArrayOfUUID(column(accounts, UUID[]::new, Account::creatorId));
        tuple.addArrayOfString(column(accounts, String[]::new, account -> account.network().name()));
        tuple.addArrayOfString(column(facts, String[]::new, AccountFacts::userId));
        tuple.addArrayOfString(column(facts, String[]::new, AccountFacts::handle));
        tuple.addArrayOfString(column(accounts, String[]::new, Account::handleKey));
        tuple.addArrayOfString(column(facts, String[]::new, AccountFacts::displayName));
        tuple.addArrayOfLong(column(facts, Long[]::new, AccountFacts::followers));
        tuple.addArrayOfLong(column(facts, Long[]::new, AccountFacts::followersPrecision));
        tuple.addArrayOfLong(column(facts, Long[]::new, AccountFacts::following));
        tuple.addArrayOfLong(column(facts, Long[]::new, AccountFacts::posts));
        tuple.addArrayOfString(column(facts, String[]::new, AccountFacts::bio));
        tuple.addArrayOfString(column(facts, String[]::new, AccountFacts::language));
        tuple.addArrayOfString(column(facts, String[]::new, AccountFacts::country));
        tuple.addArrayOfBoolean(column(facts, Boolean[]::new, AccountFacts::verified));
        tuple.addArrayOfString(column(facts, String[]::new, AccountFacts::profileUrl));
        tuple.addArrayOfString(
                column(accounts, String[]::new, account -> account.tier() == null ? null : account.tier().name()));
        tuple.addArrayOfBoolean(column(accounts, Boolean[]::new, Account::isTierCertain));
        tuple.addArrayOfOffsetDateTime(column(accounts, OffsetDateTime[]::new, account -> utc(account.observedAt())));
        tuple.addArrayOfUUID(column(accounts, UUID[]::new, Account::told));
        tuple.addArrayOfBoolean(column(facts, Boolean[]::new, AccountFacts::hasPicture));
        tuple.addArrayOfOffsetDateTime(column(facts, OffsetDateTime[]::new,
                fact -> fact.joinedAt() == null ? null : utc(fact.joinedAt())));
        tuple.addArrayOfString(column(facts, String[]::new, AccountFacts::website));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <R, T> T[] column(Collection<R> rows, IntFunction<T[]> array,
            Function<R, @Nullable T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
