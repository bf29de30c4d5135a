package io.groundswell.creator.tier;

import org.jspecify.annotations.Nullable;

/**
 * One tier of a scheme.
 *
 * @param upTo most followers that still belong to it; null: no upper end
 */
public record TierBand(Tier tier, @Nullable Long upTo) {

    boolean holds(long followers) {
        return upTo == null || followers <= upTo;
    }
}
