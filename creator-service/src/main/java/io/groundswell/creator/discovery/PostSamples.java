package io.groundswell.creator.discovery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.discovery.PostLedger.Sample;
import io.groundswell.creator.discovery.PostLedger.Tie;
import io.groundswell.creator.discovery.PostMatched.Engagement;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Posts of creators in PostgreSQL, and who took part in which campaign with how many of them. */
@ApplicationScoped
class PostSamples {
    /** Between hashtags, which hold no control characters: an array of arrays would be taken apart by unnest. */
    private static final String SEPARATOR = "\u001f";

    /** A campaign that is absent stands for all of the post's. */
    private static final String CUT = """
            delete from campaign_post t
            using unnest($2::uuid[], $3::uuid[]) as cut (post_id, campaign_id)
            where t.workspace_id = $1 and t.post_id = cut.post_id
                and t.campaign_id = coalesce(cut.campaign_id, t.campaign_id)
            returning t.campaign_id, t.post_id""";

    private static final String STORE = """
            with tied as (
                insert into campaign_post (workspace_id, campaign_id, post_id)
                select $1, * from unnest($13::uuid[], $14::uuid[])
                on conflict do nothing
            )
            insert into post_sample as s (workspace_id, post_id, account_id, language, published_at, observed_at, likes,
                comments, shares, saves, views, impressions, reach, hashtags)
            select $1, post_id, account_id, language, published_at, observed_at, likes, comments, shares, saves, views,
                impressions, reach, string_to_array(hashtags, chr(31))
            from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::bigint[],
                $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $15::bigint[], $16::text[])
                as t (post_id, account_id, language, published_at, observed_at, likes, comments, shares, saves, views,
                    impressions, reach, hashtags)
            on conflict (workspace_id, post_id) do update set
                language = excluded.language, published_at = excluded.published_at, observed_at = excluded.observed_at,
                likes = excluded.likes, comments = excluded.comments, shares = excluded.shares, saves = excluded.saves,
                views = excluded.views, impressions = excluded.impressions, reach = excluded.reach,
                hashtags = excluded.hashtags
                where s.observed_at < excluded.observed_at""";

    /** Counts from what is stored, never up or down: told twice is counted once. */
    private static final String COUNT = """
            with affected as materialized (
                select distinct t.campaign_id, a.creator_id
                from unnest($2::uuid[], $3::uuid[]) as t (campaign_id, post_id)
                join post_sample s on s.workspace_id = $1 and s.post_id = t.post_id
                join account a on a.workspace_id = $1 and a.id = s.account_id
            ), counted as materialized (
                select f.campaign_id, f.creator_id, n.posts, n.last_post_at
                from affected f
                cross join lateral (
                    select count(*) as posts, max(s.published_at) as last_post_at
                    from account a
                    join post_sample s on s.workspace_id = $1 and s.account_id = a.id
                    join campaign_post t on t.workspace_id = $1 and t.campaign_id = f.campaign_id and t.post_id = s.post_id
                    where a.workspace_id = $1 and a.creator_id = f.creator_id
                ) n
                where n.posts > 0
            ), gone as (
                delete from participation p
                using affected f
                where p.workspace_id = $1 and p.campaign_id = f.campaign_id and p.creator_id = f.creator_id
                    and not exists (select from counted c
                        where c.campaign_id = f.campaign_id and c.creator_id = f.creator_id)
            )
            insert into participation as p (workspace_id, campaign_id, creator_id, posts, last_post_at)
            select $1, * from counted
            on conflict (workspace_id, campaign_id, creator_id) do update set
                posts = excluded.posts, last_post_at = excluded.last_post_at
                where (p.posts, p.last_post_at) <> (excluded.posts, excluded.last_post_at)""";

    /** A post that belongs to no campaign any more leaves nothing behind. */
    private static final String FORGET = """
            delete from post_sample s
            where s.workspace_id = $1 and s.post_id = any($2)
                and not exists (select from campaign_post t where t.workspace_id = $1 and t.post_id = s.post_id)""";

    /** Stores what the ledger is left with, within a transaction of the workspace. */
    Uni<Void> store(SqlConnection transaction, Workspace workspace, PostLedger ledger) {
        List<Tie> cuts = ledger.cuts();
        List<Tie> ties = ledger.ties();
        return cut(transaction, workspace, cuts)
                .chain(done -> add(transaction, workspace, ledger.samples(), ties).replaceWith(done))
                .chain(done -> count(transaction, workspace, Stream.concat(done.stream(), ties.stream()).toList()))
                .chain(() -> forget(transaction, workspace, cuts));
    }

    private static Uni<List<Tie>> cut(SqlConnection transaction, Workspace workspace, List<Tie> cuts) {
        if (cuts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction.preparedQuery(CUT)
                .execute(Tuple.of(workspace.key(), posts(cuts), campaigns(cuts)))
                .map(rows -> rows.stream().map(row -> new Tie(row.getUUID("post_id"), row.getUUID("campaign_id"))).toList());
    }

    private static Uni<Void> add(SqlConnection transaction, Workspace workspace, List<Sample> samples, List<Tie> ties) {
        if (samples.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = Tuple.tuple().addString(workspace.key());
        tuple.addArrayOfUUID(column(samples, UUID[]::new, sample -> sample.post().postId()));
        tuple.addArrayOfUUID(column(samples, UUID[]::new, Sample::accountId));
        tuple.addArrayOfString(column(samples, String[]::new, sample -> sample.post().language()));
        tuple.addArrayOfOffsetDateTime(column(samples, OffsetDateTime[]::new, sample -> utc(sample.post().publishedAt())));
        tuple.addArrayOfOffsetDateTime(column(samples, OffsetDateTime[]::new, sample -> utc(sample.post().observedAt())));
        tuple.addArrayOfLong(counts(samples, Engagement::likes));
        tuple.addArrayOfLong(counts(samples, Engagement::comments));
        tuple.addArrayOfLong(counts(samples, Engagement::shares));
        tuple.addArrayOfLong(counts(samples, Engagement::saves));
        tuple.addArrayOfLong(counts(samples, Engagement::views));
        tuple.addArrayOfLong(counts(samples, Engagement::impressions));
        tuple.addArrayOfUUID(campaigns(ties));
        tuple.addArrayOfUUID(posts(ties));
        tuple.addArrayOfLong(counts(samples, Engagement::reach));
        tuple.addArrayOfString(column(samples, String[]::new,
                sample -> String.join(SEPARATOR, sample.post().usableHashtags())));
        return transaction.preparedQuery(STORE).execute(tuple).replaceWithVoid();
    }

    private static Uni<Void> count(SqlConnection transaction, Workspace workspace, List<Tie> affected) {
        if (affected.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction.preparedQuery(COUNT)
                .execute(Tuple.of(workspace.key(), campaigns(affected), posts(affected))).replaceWithVoid();
    }

    private static Uni<Void> forget(SqlConnection transaction, Workspace workspace, List<Tie> cuts) {
        if (cuts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction.preparedQuery(FORGET).execute(Tuple.of(workspace.key(), posts(cuts))).replaceWithVoid();
    }

    private static UUID[] posts(List<Tie> ties) {
        return column(ties, UUID[]::new, Tie::postId);
    }

    private static UUID[] campaigns(List<Tie> ties) {
        return column(ties, UUID[]::new, Tie::campaignId);
    }

    private static Long[] counts(List<Sample> samples, Function<Engagement, @Nullable Long> value) {
        return column(samples, Long[]::new,
                sample -> value.apply(Objects.requireNonNullElse(sample.post().engagement(), Engagement.UNKNOWN)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <R, T> T[] column(List<R> rows, IntFunction<T[]> array, Function<R, @Nullable T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
