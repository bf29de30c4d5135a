package io.groundswell.creator.creator;

import java.util.EnumSet;
import java.util.Set;

/** How far the relationship with a creator has come. */
public enum Stage {
    DISCOVERED, CONTACTED, ENGAGED, ACTIVE, DORMANT, ARCHIVED,
    /** The person wants no more of it: no contact, and figures are no longer followed. */
    OPTED_OUT,
    /** Only a keyed hash per account is left. Reached by erasure alone. */
    ERASED;

    /** Returns the stages that may follow this one. */
    public Set<Stage> next() {
        return switch (this) {
            case DISCOVERED -> EnumSet.of(CONTACTED, ARCHIVED, OPTED_OUT);
            case CONTACTED -> EnumSet.of(ENGAGED, DORMANT, ARCHIVED, OPTED_OUT);
            case ENGAGED -> EnumSet.of(ACTIVE, DORMANT, ARCHIVED, OPTED_OUT);
            case ACTIVE -> EnumSet.of(DORMANT, ARCHIVED, OPTED_OUT);
            case DORMANT -> EnumSet.of(CONTACTED, ENGAGED, ACTIVE, ARCHIVED, OPTED_OUT);
            case ARCHIVED -> EnumSet.of(CONTACTED, OPTED_OUT);
            case OPTED_OUT, ERASED -> EnumSet.noneOf(Stage.class);
        };
    }

    /** Tells whether the person's accounts may still be followed. */
    boolean isFollowed() {
        return this != OPTED_OUT && this != ERASED;
    }
}
