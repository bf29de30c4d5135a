package io.groundswell.creator.organising;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Notes by their key. */
@ApplicationScoped
class NoteRepository implements PanacheRepositoryBase<Note, WorkspaceKey> {

    /** Returns the note of that creator, or fails with 404. */
    Uni<Note> get(Workspace workspace, UUID creatorId, UUID id) {
        return findById(new WorkspaceKey(workspace, id))
                .map(note -> note == null || !note.creatorId().equals(creatorId) ? null : note)
                .onItem().ifNull().failWith(() -> ProblemException.notFound("note", id));
    }
}
