package io.groundswell.creator.metrics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.DiscoveredVia;
import io.groundswell.creator.creator.FigureChange;
import io.groundswell.creator.creator.FigureHistory;
import io.groundswell.creator.creator.Figures;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The history of accounts' figures. A step leaves two rows: what was known, at the time it was last seen, and what is known
 * now. An account whose figures never changed has none, so a first import writes no history; the figures are the account's.
 */
@ApplicationScoped
public class Snapshots implements FigureHistory {
    private static final String APPEND = """
            insert into account_snapshot (workspace_id, account_id, observed_at, source, followers, followers_precision,
                following, posts)
            select $1, * from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[],
                $8::bigint[])
            on conflict do nothing""";

    private static final String ADD = """
            insert into account_snapshot (workspace_id, account_id, observed_at, source, followers, followers_precision,
                following, posts, engagement_posts, likes, comments, shares, saves, views, impressions, reach)
            values (?1, ?2, cast(?3 as timestamptz), cast(?4 as text), cast(?5 as bigint), cast(?6 as bigint),
                cast(?7 as bigint), cast(?8 as bigint), cast(?9 as bigint), cast(?10 as bigint), cast(?11 as bigint),
                cast(?12 as bigint), cast(?13 as bigint), cast(?14 as bigint), cast(?15 as bigint), cast(?16 as bigint))
            on conflict do nothing""";

    /** Ends with what the account is now, which may have no row of its own. */
    private static final String FOLLOWERS = """
            select account_id, observed_at, followers from account_snapshot
            where workspace_id = $1 and account_id = any($2) and followers is not null
            union
            select id, observed_at, followers from account
            where workspace_id = $1 and id = any($2) and followers is not null
            order by account_id, observed_at""";

    @Override
    public Uni<Void> append(SqlConnection transaction, Workspace workspace, List<FigureChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<Place, Entry> history = new LinkedHashMap<>();
        for (FigureChange change : changes) {
            if (change.before().isKnown()) {
                history.putIfAbsent(new Place(change.accountId(), change.beforeAt()), new Entry(change.before(), null));
            }
            history.put(new Place(change.accountId(), change.afterAt()), new Entry(change.after(), source(change.via())));
        }
        List<Place> places = new ArrayList<>(history.keySet());
        List<Entry> entries = new ArrayList<>(history.values());
        Tuple tuple = Tuple.tuple().addString(workspace.key());
        tuple.addArrayOfUUID(column(places, UUID[]::new, Place::accountId));
        tuple.addArrayOfOffsetDateTime(column(places, OffsetDateTime[]::new, place -> utc(place.at())));
        tuple.addArrayOfString(column(entries, String[]::new, Entry::source));
        tuple.addArrayOfLong(column(entries, Long[]::new, entry -> entry.figures().followers()));
        tuple.addArrayOfLong(column(entries, Long[]::new, entry -> entry.figures().followersPrecision()));
        tuple.addArrayOfLong(column(entries, Long[]::new, entry -> entry.figures().following()));
        tuple.addArrayOfLong(column(entries, Long[]::new, entry -> entry.figures().posts()));
        return transaction.preparedQuery(APPEND).execute(tuple).replaceWithVoid();
    }

    private static String source(DiscoveredVia via) {
        return switch (via) {
            case MENTION, HASHTAG -> "POST";
            case CUSTOMER, SEARCH, IMPORT -> "IMPORT";
        };
    }

    /**
     * Adds what somebody measured, within the current session; returns it as it is kept. Fails with 409 when there is another
     * snapshot of the same time.
     */
    Uni<SnapshotView> add(Workspace workspace, FigureChange step, SnapshotDraft draft) {
        Uni<Integer> former = step.before().isKnown() && step.beforeAt().isBefore(step.afterAt())
                ? add(workspace, step.accountId(), step.beforeAt(), null, step.before(), null)
                : Uni.createFrom().item(0);
        return former
                .chain(() -> add(workspace, step.accountId(), step.afterAt(), draft.source(), step.after(),
                        draft.engagement()))
                .map(added -> {
                    if (added == 0) {
                        throw ProblemException.conflict("There is a snapshot of %s already.".formatted(step.afterAt()));
                    }
                    Figures figures = step.after();
                    return new SnapshotView(step.afterAt(), draft.source(), figures.followers(), figures.followersPrecision(),
                            figures.following(), figures.posts(), draft.engagement());
                });
    }

    private static Uni<Integer> add(Workspace workspace, UUID accountId, Instant at, @Nullable String source, Figures figures,
            @Nullable EngagementTotals sums) {
        List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(workspace.key(), accountId, utc(at), source,
                figures.followers(), figures.followersPrecision(), figures.following(), figures.posts()));
        parameters.addAll(sums == null
                ? Arrays.asList(new Object[8])
                : Arrays.asList(sums.posts(), sums.likes(), sums.comments(), sums.shares(), sums.saves(), sums.views(),
                        sums.impressions(), sums.reach()));
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(ADD);
            for (int i = 0; i < parameters.size(); i++) {
                query.setParameter(i + 1, parameters.get(i));
            }
            return query.executeUpdate();
        });
    }

    /** Returns how the followers of accounts went, oldest first and the latest known last, within a transaction of the workspace. */
    public Uni<Map<UUID, List<FollowerCount>>> followers(SqlConnection transaction, Workspace workspace,
            Collection<UUID> accountIds) {
        return transaction.preparedQuery(FOLLOWERS)
                .execute(Tuple.of(workspace.key(), accountIds.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, List<FollowerCount>> counts = new LinkedHashMap<>();
                    for (Row row : rows) {
                        counts.computeIfAbsent(row.getUUID("account_id"), _ -> new ArrayList<>())
                                .add(new FollowerCount(row.getOffsetDateTime("observed_at").toInstant(),
                                        row.getLong("followers")));
                    }
                    return counts;
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <R, T> T[] column(List<R> rows, IntFunction<T[]> array, Function<R, @Nullable T> value) {
        return rows.stream().map(value).toArray(array);
    }

    /** Where in the history. */
    private record Place(UUID accountId, Instant at) {}

    private record Entry(Figures figures, @Nullable String source) {}
}
