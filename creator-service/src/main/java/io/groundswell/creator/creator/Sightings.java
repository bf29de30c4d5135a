package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.TierScheme;
import io.groundswell.creator.tier.TierSchemes;
import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Stores what was seen: a batch is one statement that finds every creator it could be of, the decision in memory, and one
 * statement that stores what changed.
 */
@ApplicationScoped
public class Sightings {
    /**
     * Writers of creators in one workspace queue here. Two batches that bring the same new account could otherwise both find
     * nothing, and two keys per account leave no order of locking that is free of deadlocks. It also spares a lock on each
     * row, which would write every creator of a file in which nothing is new.
     */
    static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended('creators ' || %s, 0)) as text)";

    private static final String FIND = """
            with told as materialized (
                select * from unnest($2::text[], $3::text[], $4::text[]) as t (network, user_id, handle_key)
            ), found as materialized (
                select a.creator_id
                from told join account a on a.workspace_id = $1 and a.network = told.network and a.user_id = told.user_id
                union
                select a.creator_id
                from told join account a on a.workspace_id = $1 and a.network = told.network
                    and a.handle_key = told.handle_key
            )
            select %s
            from found
            join creator c on c.workspace_id = $1 and c.id = found.creator_id
            join account a on a.workspace_id = $1 and a.creator_id = c.id
            order by c.id""".formatted(CreatorRows.COLUMNS);

    private static final String FORGET_CLAIMS = """
            update account set handle_key = null where workspace_id = $1 and id = any($2)""";

    private static final String STORE = """
            with stored_creators as (
                insert into creator as c (workspace_id, id, display_name, kind, stage, discovered_via, followers, tier,
                    tier_scheme, tier_certain, created_at, updated_at, version)
                select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[],
                    $9::text[], $10::bool[], $11::timestamptz[], $12::timestamptz[], $13::bigint[])
                on conflict (workspace_id, id) do update set
                    display_name = excluded.display_name, kind = excluded.kind, discovered_via = excluded.discovered_via,
                    followers = excluded.followers, tier = excluded.tier, tier_scheme = excluded.tier_scheme,
                    tier_certain = excluded.tier_certain, updated_at = excluded.updated_at, version = excluded.version
            )
            insert into account as a (workspace_id, id, creator_id, network, user_id, handle, handle_key, display_name,
                followers, followers_precision, following, posts, bio, language, country, verified, profile_url, tier,
                tier_certain, observed_at, has_picture, joined_at, website)
            select $1, * from unnest($14::uuid[], $15::uuid[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[],
                $21::bigint[], $22::bigint[], $23::bigint[], $24::bigint[], $25::text[], $26::text[], $27::text[],
                $28::bool[], $29::text[], $30::text[], $31::bool[], $32::timestamptz[], $33::bool[],
                $34::timestamptz[], $35::text[])
            on conflict (workspace_id, id) do update set
                user_id = excluded.user_id, handle = excluded.handle, handle_key = excluded.handle_key,
                display_name = excluded.display_name, followers = excluded.followers,
                followers_precision = excluded.followers_precision, following = excluded.following, posts = excluded.posts,
                bio = excluded.bio, language = excluded.language, country = excluded.country, verified = excluded.verified,
                profile_url = excluded.profile_url, tier = excluded.tier, tier_certain = excluded.tier_certain,
                observed_at = excluded.observed_at, has_picture = excluded.has_picture, joined_at = excluded.joined_at,
                website = excluded.website""";

    private static final String PAGE = """
            select %s
            from (select * from creator where workspace_id = $1 and id > $2 order by id limit $3) c
            left join account a on a.workspace_id = $1 and a.creator_id = c.id
            order by c.id""".formatted(CreatorRows.COLUMNS);

    private final TierSchemes schemes;
    private final FigureHistory history;
    private final Outbox outbox;
    private final Clock clock;

    Sightings(TierSchemes schemes, FigureHistory history, Outbox outbox, Clock clock) {
        this.schemes = schemes;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Queues with the other writers of creators of the workspace until the transaction ends. */
    public static Uni<Void> queue(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(LOCK.formatted("$1")).execute(Tuple.of(workspace.key())).replaceWithVoid();
    }

    /**
     * Takes sightings in order within a transaction of the workspace, and tells the other services of new creators and of
     * changed tiers in the same one. Returns one answer per sighting, in order.
     */
    public Uni<List<Seen>> record(SqlConnection transaction, Workspace workspace, List<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return WorkspaceDatabase.planAnew(transaction)
                .chain(() -> queue(transaction, workspace))
                .chain(() -> schemes.inForce(transaction, workspace))
                .chain(scheme -> transaction.preparedQuery(FIND).execute(keys(workspace, sightings))
                        .map(rows -> CreatorRows.creators(workspace.key(), rows))
                        .map(known -> new SightingBatch(workspace, scheme, known, now)))
                .chain(batch -> {
                    List<Seen> seen = batch.see(sightings);
                    return store(transaction, workspace, batch).replaceWith(seen);
                });
    }

    private static Tuple keys(Workspace workspace, List<Sighting> sightings) {
        Set<NaturalKey> keys = new LinkedHashSet<>();
        sightings.forEach(sighting -> keys.addAll(NaturalKey.allOf(sighting.profile())));
        return Tuple.of(workspace.key(), column(keys, String[]::new, key -> key.network().name()),
                column(keys, String[]::new, key -> key instanceof NaturalKey.UserId user ? user.id() : null),
                column(keys, String[]::new, key -> key instanceof NaturalKey.Claim claim ? claim.handleKey() : null));
    }

    private Uni<Void> store(SqlConnection transaction, Workspace workspace, SightingBatch batch) {
        Uni<Void> ready = Uni.createFrom().voidItem();
        if (!batch.dispossessed().isEmpty()) {
            ready = transaction.preparedQuery(FORGET_CLAIMS)
                    .execute(Tuple.of(workspace.key(), column(batch.dispossessed(), UUID[]::new, Account::id)))
                    .replaceWithVoid();
        }
        if (batch.changedAccounts().isEmpty()) {
            return ready;
        }
        return ready
                .chain(() -> transaction.preparedQuery(STORE).execute(parameters(workspace, batch)))
                .chain(() -> history.append(transaction, workspace, batch.figureChanges()))
                .chain(() -> outbox.append(transaction, workspace, batch.events()));
    }

    /**
     * Decides the tiers of the creators after an id anew, so many at most, within a transaction that has queued for
     * {@link #LOCK}. Returns the last id; null when there were none.
     */
    Uni<@Nullable UUID> reassess(SqlConnection transaction, Workspace workspace, TierScheme scheme, UUID after, int most) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transaction.preparedQuery(PAGE).execute(Tuple.of(workspace.key(), after, most))
                .map(rows -> CreatorRows.creators(workspace.key(), rows))
                .chain(creators -> {
                    var batch = new SightingBatch(workspace, scheme, creators, now);
                    batch.reassess();
                    return store(transaction, workspace, batch)
                            .replaceWith(() -> creators.isEmpty() ? null : creators.getLast().id());
                });
    }

    private static Tuple parameters(Workspace workspace, SightingBatch batch) {
        Tuple tuple = Tuple.tuple().addString(workspace.key());
        addCreators(tuple, batch.changedCreators().stream().map(Creator::view).toList(),
                column(batch.changedCreators(), Long[]::new, Creator::followers));
        addAccounts(tuple, new ArrayList<>(batch.changedAccounts()));
        return tuple;
    }

    private static void addCreators(Tuple tuple, List<CreatorView> creators, Long[] followers) {
        tuple.addArrayOfUUID(column(creators, UUID[]::new, CreatorView::id));
        tuple.addArrayOfString(column(creators, String[]::new, CreatorView::displayName));
        tuple.addArrayOfString(column(creators, String[]::new, creator -> creator.kind().name()));
        tuple.addArrayOfString(column(creators, String[]::new, creator -> creator.stage().name()));
        tuple.addArrayOfString(column(creators, String[]::new, creator -> creator.discoveredVia().name()));
        tuple.addArrayOfLong(followers);
        tuple.addArrayOfString(column(creators, String[]::new,
                creator -> creator.tier() == null ? null : creator.tier().tier().name()));
        tuple.addArrayOfString(column(creators, String[]::new,
                creator -> creator.tier() == null ? null : creator.tier().scheme()));
        tuple.addArrayOfBoolean(
                column(creators, Boolean[]::new, creator -> creator.tier() != null && creator.tier().certain()));
        tuple.addArrayOfOffsetDateTime(column(creators, OffsetDateTime[]::new, creator -> utc(creator.createdAt())));
        tuple.addArrayOfOffsetDateTime(column(creators, OffsetDateTime[]::new, creator -> utc(creator.updatedAt())));
        tuple.addArrayOfLong(column(creators, Long[]::new, CreatorView::version));
    }

    private static void addAccounts(Tuple tuple, List<Account> accounts) {
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
