package io.groundswell.creator.organising;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Lists by their key. */
@ApplicationScoped
class HandpickedListRepository implements PanacheRepositoryBase<HandpickedList, WorkspaceKey> {

    /** Returns the list, or fails with 404. */
    Uni<HandpickedList> get(Workspace workspace, UUID id) {
        return findById(new WorkspaceKey(workspace, id))
                .onItem().ifNull().failWith(() -> ProblemException.notFound("creator list", id));
    }
}
