package io.groundswell.campaign.post;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Withdraws posts: the reason stays, the content goes, and the other services are told, all in the caller's transaction. What is
 * withdrawn already keeps its first reason.
 */
public final class Withdrawals {
    private static final String CONTENT_GOES = """
            with withdrawn as (
                update post p set state = 'WITHDRAWN', state_reason = $2, author_key = '', author = '{}', text = '',
                    language = null, permalink = null, likes = null, comments = null, shares = null, saves = null,
                    views = null, impressions = null, reach = null, engagement_rate = null, hashtags = '{}', mentions = '{}',
                    links = '{}', media = '[]', labels = '[]', detected_language = null,
                    fingerprint = null, decision = jsonb_set(p.decision, '{evidence}', '[]'), version = p.version + 1
                %s
                    and p.state <> 'WITHDRAWN'
                returning p.id, p.network, p.network_post_id, old.fingerprint
            ), forgotten as (
                delete from post_band b using withdrawn w
                where b.workspace_id = $1 and b.post_id = w.id and b.band = any(w.fingerprint)
            ), unquoted as (
                update moderation_event e set rule = jsonb_set(e.rule, '{evidence}', '[]')
                from withdrawn w
                where e.workspace_id = $1 and e.post_id = w.id and e.rule is not null
            ), told as (
                insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
                select uuidv7(), 'post', w.id::text, 'post.withdrawn',
                    jsonb_build_object('postId', w.id, 'reason', $2, 'campaignIds',
                        (select coalesce(jsonb_agg(m.campaign_id), '[]') from post_match m
                         where m.workspace_id = $1 and m.post_id = w.id)), $1, now()
                from withdrawn w
            )
            select id, network, network_post_id from withdrawn""";
    private static final String OF_SOURCES = CONTENT_GOES.formatted("""
            from unnest($3::text[], $4::text[]) as gone (network, network_post_id)
                where p.workspace_id = $1 and p.network = gone.network and p.network_post_id = gone.network_post_id""");
    private static final String OF_POSTS = CONTENT_GOES.formatted("where p.workspace_id = $1 and p.id = any($3)");
    private static final String OF_AUTHOR = CONTENT_GOES.formatted(
            "where p.workspace_id = $1 and p.network = $3 and p.author_key = $4");

    private Withdrawals() {}

    /** A post as its network knows it. */
    public record Source(Network network, String networkPostId) {}

    /** Withdraws those of the posts that are kept; returns their ids. */
    public static Uni<Map<Source, UUID>> ofSources(SqlConnection transaction, Workspace workspace, Collection<Source> gone,
            WithdrawalReason reason) {
        String[] networks = gone.stream().map(source -> source.network().name()).toArray(String[]::new);
        String[] ids = gone.stream().map(Source::networkPostId).toArray(String[]::new);
        return transaction.preparedQuery(OF_SOURCES).execute(Tuple.of(workspace.key(), reason.name(), networks, ids))
                .map(rows -> {
                    Map<Source, UUID> withdrawn = new HashMap<>();
                    for (Row row : rows) {
                        withdrawn.put(new Source(Network.valueOf(row.getString("network")), row.getString("network_post_id")),
                                row.getUUID("id"));
                    }
                    return withdrawn;
                });
    }

    /** Withdraws posts; returns the ids of those that were not withdrawn before. */
    public static Uni<List<UUID>> ofPosts(SqlConnection transaction, Workspace workspace, Collection<UUID> posts,
            WithdrawalReason reason) {
        return transaction.preparedQuery(OF_POSTS)
                .execute(Tuple.of(workspace.key(), reason.name(), posts.toArray(UUID[]::new))).map(Withdrawals::ids);
    }

    /**
     * Withdraws all that an account published.
     *
     * @param authorKey the network's id of the account, or the folded handle with {@code @} when the network tells no id
     */
    public static Uni<List<UUID>> ofAuthor(SqlConnection transaction, Workspace workspace, Network network, String authorKey,
            WithdrawalReason reason) {
        return transaction.preparedQuery(OF_AUTHOR)
                .execute(Tuple.of(workspace.key(), reason.name(), network.name(), authorKey)).map(Withdrawals::ids);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getUUID("id")).toList();
    }
}
