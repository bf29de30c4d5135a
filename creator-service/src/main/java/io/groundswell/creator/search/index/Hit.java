package io.groundswell.creator.search.index;

import java.util.Comparator;
import java.util.UUID;

/**
 * A creator that was found, and where it stands in the order.
 *
 * @param key what orders before the id: a figure; for relevance, the bits of the score, which is positive and so ordered like
 *            them; for recency 0
 */
public record Hit(long key, UUID id) {
    /** Comes before every creator's. */
    static final UUID LOWEST_ID = new UUID(0, 0);
    /** The order of ids is that of their bits, not the one of {@link UUID#compareTo}. */
    static final Comparator<Hit> ASCENDING = Comparator.comparingLong(Hit::key)
            .thenComparingLong(hit -> DocumentFields.high(hit.id())).thenComparingLong(hit -> DocumentFields.low(hit.id()));
}
