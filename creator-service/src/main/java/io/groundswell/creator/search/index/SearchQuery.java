package io.groundswell.creator.search.index;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which creators to find.
 *
 * @param text what somebody typed; null: no words are asked for
 * @param filters by dimension, the values of which a creator must have one; no empty sets
 * @param ranges by figure; a creator whose figure is not known is outside of every range
 */
public record SearchQuery(@Nullable String text, Map<Dimension, Set<String>> filters, Map<Figure, Range> ranges) {

    /** Keeps copies that nobody changes. */
    public SearchQuery {
        filters = Map.copyOf(filters);
        ranges = Map.copyOf(ranges);
    }

    /**
     * Ends included.
     *
     * @param least at least 0
     */
    public record Range(long least, long most) {}
}
