package io.groundswell.creator.email;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.CreatorAbsorption;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A person who was taken for two has the addresses of both. */
@ApplicationScoped
class MergedEmails implements CreatorAbsorption {
    /** Those that the survivor had too are handed over, but not taken back. */
    private static final String ABSORB = """
            with gone as (
                delete from creator_email where workspace_id = ?1 and creator_id = ?3
                returning email_hash, told_at
            ), added as (
                insert into creator_email (workspace_id, email_hash, creator_id, told_at)
                select ?1, email_hash, ?2, told_at from gone
                on conflict do nothing
                returning email_hash
            )
            select coalesce(cast(jsonb_agg(jsonb_build_object('hash', encode(gone.email_hash, 'hex'), 'toldAt', gone.told_at,
                'added', added.email_hash is not null)) as text), '[]')
            from gone left join added on added.email_hash = gone.email_hash""";

    private static final String RESTORE = """
            with handed_over as (
                select decode(hash, 'hex') as email_hash, "toldAt" as told_at, added
                from jsonb_to_recordset(cast(cast(?4 as text) as jsonb)) as t (hash text, "toldAt" timestamptz, added boolean)
            ), given_back as (
                delete from creator_email e using handed_over h
                where e.workspace_id = ?1 and e.creator_id = ?2 and e.email_hash = h.email_hash and h.added
            )
            insert into creator_email (workspace_id, email_hash, creator_id, told_at)
            select ?1, email_hash, ?3, told_at from handed_over
            on conflict do nothing""";

    @Override
    public String name() {
        return "emails";
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
