package io.groundswell.creator.discovery;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.CreatorAbsorption;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Who took part in a campaign is counted from the posts of their accounts, so it is counted anew when accounts change hands. */
@ApplicationScoped
class MergedParticipation implements CreatorAbsorption {
    private static final String RECOUNT = """
            with counted as materialized (
                select t.campaign_id, a.creator_id, count(*) as posts, max(s.published_at) as last_post_at
                from account a
                join post_sample s on s.workspace_id = ?1 and s.account_id = a.id
                join campaign_post t on t.workspace_id = ?1 and t.post_id = s.post_id
                where a.workspace_id = ?1 and a.creator_id in (?2, ?3)
                group by t.campaign_id, a.creator_id
            ), gone as (
                delete from participation p
                using (select distinct campaign_id from counted) affected
                where p.workspace_id = ?1 and p.campaign_id = affected.campaign_id and p.creator_id in (?2, ?3)
                    and not exists (select from counted c
                        where c.campaign_id = p.campaign_id and c.creator_id = p.creator_id)
            )
            insert into participation (workspace_id, campaign_id, creator_id, posts, last_post_at)
            select ?1, campaign_id, creator_id, posts, last_post_at from counted
            on conflict (workspace_id, campaign_id, creator_id) do update set
                posts = excluded.posts, last_post_at = excluded.last_post_at""";

    @Override
    public String name() {
        return "participation";
    }

    @Override
    public Uni<String> absorb(Workspace workspace, UUID survivor, UUID absorbed) {
        return recount(workspace, survivor, absorbed).replaceWith("{}");
    }

    @Override
    public Uni<Void> restore(Workspace workspace, UUID survivor, UUID absorbed, String handedOver) {
        return recount(workspace, survivor, absorbed);
    }

    private static Uni<Void> recount(Workspace workspace, UUID one, UUID other) {
        return Panache.getSession().chain(session -> session.createNativeQuery(RECOUNT)
                .setParameter(1, workspace.key())
                .setParameter(2, one)
                .setParameter(3, other)
                .executeUpdate()).replaceWithVoid();
    }
}
