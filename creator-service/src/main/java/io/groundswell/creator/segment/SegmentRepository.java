package io.groundswell.creator.segment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Segments by their key, within a transaction of their workspace. */
@ApplicationScoped
class SegmentRepository implements PanacheRepositoryBase<Segment, WorkspaceKey> {

    /** Returns the segment, or fails with 404. */
    Uni<Segment> get(Workspace workspace, UUID id) {
        return findById(new WorkspaceKey(workspace, id)).onItem().ifNull()
                .failWith(() -> ProblemException.notFound("segment", id));
    }
}
