package io.groundswell.creator.search.index;

import java.util.List;
import java.util.UUID;

import io.groundswell.kit.workspace.Workspace;

/** Where an index is made from. Calls wait for the answer, so they are made by threads that may wait. */
public interface ChangeSource {

    /** Returns what the source is and what is asked of its indexes. */
    Head head(Workspace workspace);

    /**
     * Returns the creators that changed after the position, in the order of their last changes; a creator that changes again
     * comes again.
     *
     * @param limit changes at most; fewer are returned only when there are no more
     */
    Batch read(Workspace workspace, ChangePosition after, int limit);

    /**
     * The state of the source.
     *
     * @param origin names the database; positions of another mean nothing here
     * @param recipe names how documents are made: documents of another recipe are made anew
     * @param epoch grows when the index is to be built anew
     */
    record Head(UUID origin, String recipe, long epoch) {}

    /**
     * Some changes in order.
     *
     * @param last position of the last of them; of the last batch, when there are none
     */
    record Batch(List<Change> changes, ChangePosition last) {
        /** Keeps a copy that nobody changes. */
        public Batch {
            changes = List.copyOf(changes);
        }
    }
}
