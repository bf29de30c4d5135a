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
 * @param scoring by which scores are limited and ordered; null: they are not
 * @param scores which scores; who has none is outside; null: all, and those who have none
 */
public record SearchQuery(@Nullable String text, Map<Dimension, Set<String>> filters, Map<Figure, Range> ranges,
        @Nullable Scoring scoring, @Nullable Range scores) {

    /** Keeps copies that nobody changes. */
    public SearchQuery {
        filters = Map.copyOf(filters);
        ranges = Map.copyOf(ranges);
        if (scores != null && scoring == null) {
            throw new IllegalArgumentException("Scores are limited by a scoring");
        }
    }

    /** Returns a query that asks for no scores. */
    public static SearchQuery of(@Nullable String text, Map<Dimension, Set<String>> filters, Map<Figure, Range> ranges) {
        return new SearchQuery(text, filters, ranges, null, null);
    }

    /** Returns all that limits but the words. */
    SearchQuery withoutText() {
        return new SearchQuery(null, filters, ranges, scoring, scores);
    }

    /**
     * Ends included.
     *
     * @param least at least 0
     */
    public record Range(long least, long most) {
        boolean holds(long value) {
            return value >= least && value <= most;
        }
    }
}
