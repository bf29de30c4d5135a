package io.groundswell.creator.creator;

import org.jspecify.annotations.Nullable;

/** Counts of an account at one time; null is not told. */
public record Figures(@Nullable Long followers, @Nullable Long followersPrecision, @Nullable Long following,
        @Nullable Long posts) {

    /** Tells whether there is a count at all. */
    public boolean isKnown() {
        return followers != null || following != null || posts != null;
    }
}
