package io.groundswell.creator.organising;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.CreatorAbsorption;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Whoever is on a list stays on it as the person that they turned out to be. */
@ApplicationScoped
class MergedLists implements CreatorAbsorption {
    private static final String ABSORB = """
            with gone as (
                delete from creator_list_member where workspace_id = ?1 and creator_id = ?3
                returning list_id, added_by, added_at
            ), came as (
                insert into creator_list_member (workspace_id, list_id, creator_id, added_by, added_at)
                select ?1, list_id, cast(?2 as uuid), added_by, added_at from gone
                on conflict do nothing
                returning list_id
            )
            select cast(coalesce(jsonb_agg(jsonb_build_object('list_id', gone.list_id, 'added_by', gone.added_by,
                'added_at', gone.added_at, 'came', came.list_id is not null)), '[]') as text)
            from gone left join came on came.list_id = gone.list_id""";

    private static final String RESTORE = """
            with told as materialized (
                select * from jsonb_to_recordset(cast(cast(?4 as text) as jsonb))
                    as t (list_id uuid, added_by text, added_at timestamptz, came boolean)
            ), gone as (
                delete from creator_list_member m
                using told
                where m.workspace_id = ?1 and m.creator_id = ?2 and m.list_id = told.list_id and told.came
            )
            insert into creator_list_member (workspace_id, list_id, creator_id, added_by, added_at)
            select ?1, l.id, cast(?3 as uuid), told.added_by, told.added_at
            from told join creator_list l on l.workspace_id = ?1 and l.id = told.list_id
            on conflict do nothing""";

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public Uni<String> absorb(Workspace workspace, UUID survivor, UUID absorbed) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ABSORB, String.class)
                .setParameter(1, workspace.key())
                .setParameter(2, survivor)
                .setParameter(3, absorbed)
                .getSingleResult());
    }

    @Override
    public Uni<Void> restore(Workspace workspace, UUID survivor, UUID absorbed, String handedOver) {
        return Panache.getSession().chain(session -> session.createNativeQuery(RESTORE)
                .setParameter(1, workspace.key())
                .setParameter(2, survivor)
                .setParameter(3, absorbed)
                .setParameter(4, handedOver)
                .executeUpdate()).replaceWithVoid();
    }
}
