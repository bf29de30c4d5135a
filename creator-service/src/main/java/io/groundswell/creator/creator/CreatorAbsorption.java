package io.groundswell.creator.creator;

import java.util.UUID;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/**
 * What a feature keeps of a creator in tables of its own, and what becomes of it when two creators turn out to be one person.
 * What hangs on an account needs none of this: it goes where its account goes. Both methods run within the session of a
 * {@link io.groundswell.kit.workspace.WorkspaceTransaction}, after the accounts have changed hands, while no other writer of
 * creators of the workspace is at work.
 */
public interface CreatorAbsorption {
    /** Names the feature's part of the record of a merge, for ever. */
    String name();

    /** Hands over what the absorbed creator has; returns, as JSON, what {@link #restore} needs to take it back. */
    Uni<String> absorb(Workspace workspace, UUID survivor, UUID absorbed);

    /**
     * Gives back what was handed over; what came later stays with the survivor.
     *
     * @param handedOver what {@link #absorb} returned
     */
    Uni<Void> restore(Workspace workspace, UUID survivor, UUID absorbed, String handedOver);
}
