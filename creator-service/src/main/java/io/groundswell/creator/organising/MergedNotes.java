package io.groundswell.creator.organising;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.CreatorAbsorption;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Notes follow the person they are about. */
@ApplicationScoped
class MergedNotes implements CreatorAbsorption {
    private static final String ABSORB = """
            with moved as (
                update creator_note set creator_id = ?2 where workspace_id = ?1 and creator_id = ?3
                returning id
            )
            select cast(coalesce(jsonb_agg(id), '[]') as text) from moved""";

    private static final String RESTORE = """
            update creator_note set creator_id = ?3
            where workspace_id = ?1 and creator_id = ?2
                and id in (select cast(told.id as uuid) from jsonb_array_elements_text(cast(cast(?4 as text) as jsonb)) as told (id))""";

    @Override
    public String name() {
        return "notes";
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
