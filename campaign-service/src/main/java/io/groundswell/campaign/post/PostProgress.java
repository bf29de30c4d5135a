package io.groundswell.campaign.post;

import java.util.Collection;
import java.util.UUID;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * How far approved posts have come: APPROVED, PUBLISHABLE while a grant of their author holds, PUBLISHED while a published
 * collection shows them, for whose channel and territory a grant permits that. It follows from what else is stored, so whoever
 * changes a decision, a grant or a collection settles the posts concerned in the same transaction. A grant begins by the clock of
 * the service that stored it, which may be ahead of the database's: a minute is allowed for.
 */
public final class PostProgress {
    private static final String SETTLE = """
            update post p set state = s.state, version = p.version + 1
            from (
                select a.id, case when not exists (select from rights_grant g where g.workspace_id = $1 and g.post_id = a.id
                        and g.state in ('ACTIVE', 'EXPIRING')) then 'APPROVED'
                    when exists (select from collection_post cp
                        join collection c on c.workspace_id = $1 and c.id = cp.collection_id and c.published
                        join rights_grant g on g.workspace_id = $1 and g.post_id = a.id and g.state in ('ACTIVE', 'EXPIRING')
                            and 'DISPLAY' = any(g.actions) and c.channel = any(g.channels)
                            and (cardinality(g.territories) = 0 or c.territory = any(g.territories))
                            and g.starts_at <= now() + interval '1 minute' and (g.ends_at is null or g.ends_at > now())
                        where cp.workspace_id = $1 and cp.post_id = a.id) then 'PUBLISHED'
                    else 'PUBLISHABLE' end as state
                from post a
                where a.workspace_id = $1 and a.id = any($2) and a.state in ('APPROVED', 'PUBLISHABLE', 'PUBLISHED')
            ) s
            where p.workspace_id = $1 and p.id = s.id and p.state <> s.state""";

    private PostProgress() {}

    /** Brings the states of those posts up to date that are approved. */
    public static Uni<Void> settle(SqlConnection transaction, Workspace workspace, Collection<UUID> posts) {
        return transaction.preparedQuery(SETTLE).execute(Tuple.of(workspace.key(), posts.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
