package io.groundswell.creator.metrics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.metrics.AccountSample.Post;
import io.groundswell.creator.metrics.AccountSample.Totals;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads the posts and sums of many accounts with one statement. */
@ApplicationScoped
class AccountSamples {
    private static final String READ = """
            select a.id, a.network, a.followers, a.tier, s.published_at, s.likes, s.comments, s.shares, s.saves, s.views,
                s.impressions, s.reach, t.observed_at as total_observed_at, t.engagement_posts as total_posts,
                t.likes as total_likes, t.comments as total_comments, t.shares as total_shares, t.saves as total_saves,
                t.views as total_views, t.impressions as total_impressions, t.reach as total_reach
            from unnest($2::uuid[]) as wanted (id)
            cross join lateral (
                select id, network, followers, tier from account where workspace_id = $1 and id = wanted.id limit 1
            ) a
            left join lateral (
                select * from account_snapshot s
                where s.workspace_id = $1 and s.account_id = a.id and s.engagement_posts is not null and s.observed_at >= $3
                order by s.observed_at desc limit 1
            ) t on true
            left join lateral (
                select * from post_sample s
                where s.workspace_id = $1 and s.account_id = a.id and s.published_at >= $3 and s.published_at <= $4
                order by s.published_at desc limit 500
            ) s on true
            order by a.id, s.published_at desc""";

    /** Returns what is known of the accounts from some time on; accounts that do not exist are left out. */
    Uni<List<AccountSample>> since(SqlConnection transaction, Workspace workspace, Collection<UUID> accounts, Instant start,
            Instant now) {
        return transaction.preparedQuery(READ)
                .execute(Tuple.of(workspace.key(), accounts.stream().distinct().toArray(UUID[]::new),
                        start.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC)))
                .map(AccountSamples::samples);
    }

    private static List<AccountSample> samples(RowSet<Row> rows) {
        Map<UUID, Row> first = new LinkedHashMap<>();
        Map<UUID, List<Post>> posts = new LinkedHashMap<>();
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            first.putIfAbsent(id, row);
            List<Post> ofAccount = posts.computeIfAbsent(id, _ -> new ArrayList<>());
            OffsetDateTime publishedAt = row.getOffsetDateTime("published_at");
            if (publishedAt != null) {
                ofAccount.add(new Post(publishedAt.toInstant(), reactions(row, "")));
            }
        }
        return first.values().stream().map(row -> {
            String tier = row.getString("tier");
            UUID id = row.getUUID("id");
            return new AccountSample(id, Network.valueOf(row.getString("network")), row.getLong("followers"),
                    tier == null ? null : Tier.valueOf(tier), posts.getOrDefault(id, List.of()), totals(row));
        }).toList();
    }

    private static @Nullable Totals totals(Row row) {
        OffsetDateTime observedAt = row.getOffsetDateTime("total_observed_at");
        return observedAt == null
                ? null
                : new Totals(observedAt.toInstant(), row.getLong("total_posts"), reactions(row, "total_"));
    }

    private static Reactions reactions(Row row, String prefix) {
        return new Reactions(row.getLong(prefix + "likes"), row.getLong(prefix + "comments"), row.getLong(prefix + "shares"),
                row.getLong(prefix + "saves"), row.getLong(prefix + "views"), row.getLong(prefix + "impressions"),
                row.getLong(prefix + "reach"));
    }
}
