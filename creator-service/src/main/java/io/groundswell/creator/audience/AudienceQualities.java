package io.groundswell.creator.audience;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.metrics.FollowerCount;
import io.groundswell.creator.metrics.Snapshots;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Judges the audiences of creators from what is stored of their accounts. */
@ApplicationScoped
public class AudienceQualities {
    /** Of each account: its profile, the reactions to its 50 latest posts, and the sample of its audience. */
    private static final String FIGURES = """
            select a.creator_id, a.id, a.network, a.handle, a.followers, a.following, a.bio, a.has_picture, a.joined_at,
                p.posts, p.likes, p.comments, s.digits, s.zeros
            from unnest($2::uuid[]) as wanted (id)
            cross join lateral (select * from account where workspace_id = $1 and creator_id = wanted.id offset 0) a
            left join lateral (
                select count(*) as posts, cast(sum(latest.likes) as bigint) as likes, cast(sum(latest.comments) as bigint) as comments
                from (
                    select x.likes, x.comments from post_sample x
                    where x.workspace_id = $1 and x.account_id = a.id and x.likes is not null and x.comments is not null
                    order by x.published_at desc
                    limit 50
                ) latest
            ) p on true
            left join audience_sample s on s.workspace_id = $1 and s.account_id = a.id
            order by a.creator_id, coalesce(a.followers, -1) desc, a.id""";

    private final AudienceModels models;
    private final Snapshots snapshots;
    private final Clock clock;

    AudienceQualities(AudienceModels models, Snapshots snapshots, Clock clock) {
        this.models = models;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Judges the audiences of creators within a transaction of the workspace. Returns one answer for each creator who has an
     * account.
     */
    public Uni<Map<UUID, CreatorAudience>> ofCreators(SqlConnection transaction, Workspace workspace,
            Collection<UUID> creatorIds) {
        return models.inForce(transaction, workspace)
                .chain(model -> ofCreators(transaction, workspace, creatorIds, model));
    }

    /** Like {@link #ofCreators(SqlConnection, Workspace, Collection)}, by a model that was read before. */
    public Uni<Map<UUID, CreatorAudience>> ofCreators(SqlConnection transaction, Workspace workspace,
            Collection<UUID> creatorIds, AudienceModel model) {
        return transaction.preparedQuery(FIGURES)
                .execute(Tuple.of(workspace.key(), creatorIds.stream().distinct().toArray(UUID[]::new)))
                .chain(rows -> snapshots.followers(transaction, workspace, accountIds(rows))
                        .map(history -> audiences(rows, history, model)));
    }

    private static List<UUID> accountIds(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getUUID("id")).toList();
    }

    private Map<UUID, CreatorAudience> audiences(RowSet<Row> rows, Map<UUID, List<FollowerCount>> history,
            AudienceModel model) {
        Instant now = clock.instant();
        Map<UUID, List<AccountAudience>> accounts = new LinkedHashMap<>();
        for (Row row : rows) {
            var counts = new FollowerHistory(history.getOrDefault(row.getUUID("id"), List.of()));
            AudienceQuality quality = model.assess(figures(row, counts).measure(now));
            accounts.computeIfAbsent(row.getUUID("creator_id"), _ -> new ArrayList<>()).add(audience(row, quality));
        }
        Map<UUID, CreatorAudience> creators = new LinkedHashMap<>();
        accounts.forEach((id, audiences) -> creators.put(id, new CreatorAudience(audiences)));
        return creators;
    }

    private static AccountAudience audience(Row row, AudienceQuality quality) {
        return new AccountAudience(row.getUUID("creator_id"), row.getUUID("id"), Network.valueOf(row.getString("network")),
                row.getString("handle"), row.getLong("followers"), quality);
    }

    private static AccountFigures figures(Row row, FollowerHistory history) {
        String bio = row.getString("bio");
        OffsetDateTime joinedAt = row.getOffsetDateTime("joined_at");
        return new AccountFigures(row.getLong("followers"), row.getLong("following"), bio == null ? null : !bio.isEmpty(),
                row.getBoolean("has_picture"), joinedAt == null ? null : joinedAt.toInstant(), history,
                new Reactions(row.getLong("posts"), orZero(row.getLong("likes")), orZero(row.getLong("comments"))),
                sample(row));
    }

    private static FirstDigits sample(Row row) {
        Long[] digits = row.getArrayOfLongs("digits");
        return digits == null ? FirstDigits.NONE : new FirstDigits(Stream.of(digits).toList(), row.getLong("zeros"));
    }

    private static long orZero(@Nullable Long number) {
        return Objects.requireNonNullElse(number, 0L);
    }
}
