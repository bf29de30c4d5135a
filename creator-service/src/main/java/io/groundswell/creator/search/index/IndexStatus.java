package io.groundswell.creator.search.index;

import org.jspecify.annotations.Nullable;

/**
 * How an index is.
 *
 * @param documents creators that can be found
 * @param position up to which changes are in it
 * @param rebuilt creators that are in the next index already; null: none is built
 */
public record IndexStatus(State state, long documents, ChangePosition position, @Nullable Long rebuilt) {
    /** Whether all can be found. */
    public enum State {
        /** It is built for the first time; what is in it can be found. */
        BUILDING,
        /** It has everything but the changes of the last moment. */
        READY
    }
}
