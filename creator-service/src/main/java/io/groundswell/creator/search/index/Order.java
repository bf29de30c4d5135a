package io.groundswell.creator.search.index;

import org.jspecify.annotations.Nullable;

/** In what order creators are found. Every order ends with the id, so that no two creators are equal in it. */
public enum Order {
    /** What fits the words best first; of equal ones the one added first. */
    RELEVANCE(null, true),
    /** The last added first. */
    RECENT(null, true), SMALLEST(Figure.FOLLOWERS, false), LARGEST(Figure.FOLLOWERS, true), MOST_ENGAGING(Figure.ENGAGEMENT,
            true),
    /** By the scoring that is asked for; who has no score comes last. */
    BEST_SCORE(null, true);

    private final @Nullable Figure figure;
    private final boolean descending;

    Order(@Nullable Figure figure, boolean descending) {
        this.figure = figure;
        this.descending = descending;
    }

    /** Returns what decides before the id; null: nothing does, or no figure that is kept. */
    @Nullable
    Figure figure() {
        return figure;
    }

    /** Tells whether the greatest comes first; of equal ones then the one added last, but for relevance. */
    boolean isDescending() {
        return descending;
    }
}
