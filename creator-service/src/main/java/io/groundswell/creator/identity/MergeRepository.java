package io.groundswell.creator.identity;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Merges by their key, within a transaction of their workspace. */
@ApplicationScoped
class MergeRepository implements PanacheRepositoryBase<Merge, WorkspaceKey> {
    /** Either the survivor took in another one later, or was itself taken in: then it is nobody's survivor any more. */
    private static final String LATER = """
            from Merge m where m.key.workspaceId = ?1 and m.undoneAt is null
                and (m.absorbedId = ?2 or m.survivorId = ?2 and m.survivorVersion > ?3)
            order by case when m.absorbedId = ?2 then 0 else 1 end, m.survivorVersion desc""";

    /** Returns the merge, or fails with 404. */
    Uni<Merge> get(Workspace workspace, UUID id) {
        return findById(new WorkspaceKey(workspace, id))
                .onItem().ifNull().failWith(() -> ProblemException.notFound("merge", id));
    }

    /** Returns the latest merge that stands and has to be taken back before this one, or null. */
    Uni<Merge> findLater(Workspace workspace, Merge merge) {
        return find(LATER, workspace.key(), merge.survivorId(), merge.survivorVersion()).firstResult();
    }
}
