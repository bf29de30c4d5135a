package io.groundswell.creator.creator;

import java.util.UUID;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** A condition on a relationship's next step, kept by a feature that this package does not know. */
public interface StageGate {
    /**
     * Looks whether the creator may enter the stage, within the {@link io.groundswell.kit.workspace.WorkspaceTransaction} that
     * takes the step. Fails with a problem that names what is missing.
     */
    Uni<Void> check(Workspace workspace, UUID creatorId, Stage next);
}
