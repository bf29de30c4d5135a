package io.groundswell.creator.search.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * How many of those who match have each value of a dimension: exact, by intersecting each value's documents with the match. The
 * filter on a dimension does not limit that dimension's own facet, which is to show what else could be chosen.
 *
 * @param total how many match
 * @param counts by dimension, the most frequent values first; values that nobody has are absent
 */
public record Facets(long total, Map<Dimension, List<Count>> counts) {
    /** More than people look through. */
    private static final int MOST_VALUES = 100;

    /**
     * A value and how many have it.
     */
    public record Count(String value, long count) {}

    static Facets of(Matches matches, Set<Dimension> dimensions) throws IOException {
        long total = 0;
        Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
        for (LeafReaderContext segment : matches.segments()) {
            FixedBitSet open = matches.inWithout(segment, dimensions);
            Map<Dimension, FixedBitSet> own = matches.filtersIn(segment, dimensions);
            FixedBitSet all = own.isEmpty() ? open : limited(open, own, null);
            total += all.cardinality();
            for (Dimension dimension : dimensions) {
                FixedBitSet seen = own.containsKey(dimension) ? limited(open, own, dimension) : all;
                Map<String, Long> count = counts.computeIfAbsent(dimension, _ -> new HashMap<>());
                matches.sets(segment).sets(segment.reader(), dimension).forEach((value, set) -> {
                    long here = set.countIn(seen);
                    if (here > 0) {
                        count.merge(value, here, Long::sum);
                    }
                });
            }
        }
        Map<Dimension, List<Count>> sorted = new EnumMap<>(Dimension.class);
        dimensions.forEach(dimension -> sorted.put(dimension, mostFrequent(counts.getOrDefault(dimension, Map.of()))));
        return new Facets(total, sorted);
    }

    private static FixedBitSet limited(FixedBitSet open, Map<Dimension, FixedBitSet> filters,
            @Nullable Dimension except) {
        FixedBitSet limited = open.clone();
        filters.forEach((dimension, filter) -> {
            if (dimension != except) {
                limited.and(filter);
            }
        });
        return limited;
    }

    private static List<Count> mostFrequent(Map<String, Long> counts) {
        return counts.entrySet().stream().map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value)).limit(MOST_VALUES)
                .toList();
    }
}
