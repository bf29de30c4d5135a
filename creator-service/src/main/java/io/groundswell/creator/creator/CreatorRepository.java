package io.groundswell.creator.creator;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Creators by their key, with their accounts, within a transaction of their workspace. */
@ApplicationScoped
class CreatorRepository implements PanacheRepositoryBase<Creator, WorkspaceKey> {
    private static final String ACCOUNTS = "from Account a where a.key.workspaceId = ?1 and a.creatorId = ?2";
    private static final String FIND_OWNER = """
            select creator_id from account
            where workspace_id = ?1 and network = ?2 and (user_id = ?3 or handle_key = ?4)
            limit 1""";

    /** Returns the creator for a change, after {@link #lockCreators}; or fails with 404, also when it is merged into another. */
    Uni<Creator> get(Workspace workspace, UUID id) {
        return getEvenMerged(workspace, id).invoke(Creator::requireUnmerged);
    }

    /** Returns the creator for a change, after {@link #lockCreators}; or fails with 404. A merged one has no accounts. */
    Uni<Creator> getEvenMerged(Workspace workspace, UUID id) {
        return findById(new WorkspaceKey(workspace, id))
                .onItem().ifNull().failWith(() -> ProblemException.notFound("creator", id))
                .call(creator -> accounts(workspace, id).invoke(creator::own));
    }

    private static Uni<List<Account>> accounts(Workspace workspace, UUID creatorId) {
        return Panache.getSession().chain(session -> session.createQuery(ACCOUNTS, Account.class)
                .setParameter(1, workspace.key())
                .setParameter(2, creatorId)
                .getResultList());
    }

    /** Returns the id of the creator whose account this is, or null. */
    Uni<UUID> findOwner(Workspace workspace, AccountProfile profile) {
        String handle = profile.handle();
        return Panache.getSession().chain(session -> session.createNativeQuery(FIND_OWNER, UUID.class)
                .setParameter(1, workspace.key())
                .setParameter(2, profile.network().name())
                .setParameter(3, profile.userId())
                .setParameter(4, handle == null ? null : Handle.key(handle))
                .getSingleResultOrNull());
    }

    /** Queues with the other writers of creators, see {@link Sightings#LOCK}; then nothing comes between reading and changing. */
    Uni<Void> lockCreators(Workspace workspace) {
        return Panache.getSession().chain(session -> session.createNativeQuery(Sightings.LOCK.formatted("?1"), String.class)
                .setParameter(1, workspace.key())
                .getSingleResult())
                .replaceWithVoid();
    }

    /** Stores a new creator with its accounts now. */
    Uni<Void> add(Creator creator) {
        return Panache.getSession().chain((Mutiny.Session session) -> session.persist(creator)
                .chain(() -> session.persistAll(creator.accounts().toArray()))
                .chain(session::flush));
    }
}
