package io.groundswell.advocacy.sharing;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Share packs by their key, within a transaction of their workspace. */
@ApplicationScoped
class SharePackRepository implements PanacheRepositoryBase<SharePack, WorkspaceKey> {

    /** Returns the pack, or fails with 404. */
    Uni<SharePack> get(Workspace workspace, UUID id) {
        return findById(new WorkspaceKey(workspace, id)).onItem().ifNull()
                .failWith(() -> ProblemException.notFound("share pack", id));
    }
}
