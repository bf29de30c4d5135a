package io.groundswell.creator.search.index;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one look at an index gave: page and counts are of the same moment.
 *
 * @param facets null when they were not asked for
 * @param status as it was when the look began: an index that is still built may have given more than it says
 */
public record Found(List<Hit> hits, @Nullable Facets facets, IndexStatus status) {
    public Found {
        hits = List.copyOf(hits);
    }
}
