package io.groundswell.creator.privacy;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** What the law asks about creators, by their key, within a transaction of their workspace. */
@ApplicationScoped
class CreatorPrivacies implements PanacheRepositoryBase<CreatorPrivacy, WorkspaceKey> {
    private static final String CLOSE_NOTICE = "update creator set notice_open = false where workspace_id = ?1 and id = ?2";

    /** Returns what is known, or null while the defaults hold. */
    Uni<@Nullable CreatorPrivacy> find(Workspace workspace, UUID creatorId) {
        return findById(new WorkspaceKey(workspace, creatorId));
    }

    /** Returns what is known, or the defaults, which are not stored. */
    Uni<CreatorPrivacy> get(Workspace workspace, UUID creatorId, Instant collectedAt) {
        var key = new WorkspaceKey(workspace, creatorId);
        return findById(key).map(known -> known == null ? new CreatorPrivacy(key, collectedAt) : known);
    }

    /** Stores it now, if it was the defaults that changed. */
    Uni<CreatorPrivacy> store(CreatorPrivacy privacy) {
        return Panache.getSession()
                .chain((Mutiny.Session session) -> (privacy.isStored()
                        ? Uni.createFrom().voidItem()
                        : session.persist(privacy)).chain(session::flush))
                .invoke(privacy::becomeStored)
                .replaceWith(privacy);
    }

    /** Takes the creator off the list of those who are to be told. */
    Uni<Void> closeNotice(Workspace workspace, UUID creatorId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(CLOSE_NOTICE)
                .setParameter(1, workspace.key())
                .setParameter(2, creatorId)
                .executeUpdate()).replaceWithVoid();
    }
}
