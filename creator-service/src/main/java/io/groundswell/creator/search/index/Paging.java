package io.groundswell.creator.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page from an order. In an order of figures or of recency each segment is entered at the place of the last hit, or where
 * the range that is asked for begins, by binary search, and read from there until the page is full.
 *
 * @param after the hit to go on from; null: the beginning of the order, or the end when reading backwards
 * @param backwards whether to read against the order
 * @param limit hits at most
 */
public record Paging(Order order, @Nullable Hit after, boolean backwards, int limit) {

    /** Returns the next hits in the direction of reading. */
    List<Hit> read(Matches matches) throws IOException {
        boolean descending = order.isDescending() != backwards;
        Comparator<Hit> direction = descending ? Hit.ASCENDING.reversed() : Hit.ASCENDING;
        PriorityQueue<Walk> walks = new PriorityQueue<>((a, b) -> direction.compare(a.hit(), b.hit()));
        Hit from = after == null ? matches.beginning(order, descending) : after;
        for (LeafReaderContext segment : matches.segments()) {
            FixedBitSet matching = matches.in(segment);
            if (!matching.scanIsEmpty()) {
                Walk walk = new Walk(matches.ordered(segment, order), matching, descending, from);
                if (walk.start()) {
                    walks.add(walk);
                }
            }
        }
        List<Hit> hits = new ArrayList<>(limit);
        while (hits.size() < limit && !walks.isEmpty()) {
            Walk first = walks.remove();
            hits.add(first.hit());
            if (first.next()) {
                walks.add(first);
            }
        }
        return hits;
    }

    /** Returns the hits that fit the words best; Lucene skips what cannot reach the page. */
    List<Hit> rank(IndexSearcher searcher, Query words) throws IOException {
        return searcher.search(words, new BestHits.Page(limit, after, backwards));
    }

    /** Reads one segment in the order. */
    private static final class Walk {
        private final OrderedSegment segment;
        private final FixedBitSet matching;
        private final boolean descending;
        private final @Nullable Hit from;
        private int place;
        private @Nullable Hit hit;

        Walk(OrderedSegment segment, FixedBitSet matching, boolean descending, @Nullable Hit from) {
            this.segment = segment;
            this.matching = matching;
            this.descending = descending;
            this.from = from;
        }

        /** Goes to the first hit behind the one to begin from. */
        boolean start() throws IOException {
            int begin = descending ? segment.size() : 0;
            place = from == null ? begin : placeOf(from);
            if (!descending) {
                place--;
            }
            return next();
        }

        /** Returns the first place that is not before the hit in ascending order; ascending, not at it either. */
        private int placeOf(Hit sought) throws IOException {
            int low = 0;
            int high = segment.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                int compared = Hit.ASCENDING.compare(segment.hit(segment.document(middle)), sought);
                if (compared < 0 || (compared == 0 && !descending)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        boolean next() throws IOException {
            place = segment.isInPlace() ? nextInPlace() : nextByPlace();
            if (place < 0) {
                return false;
            }
            hit = segment.hit(segment.document(place));
            return true;
        }

        /** Returns the next place that matches, or -1. */
        private int nextByPlace() {
            int step = descending ? -1 : 1;
            for (int next = place + step; next >= 0 && next < segment.size(); next += step) {
                if (matching.get(segment.document(next))) {
                    return next;
                }
            }
            return -1;
        }

        /** Where places are documents, the bits lead from one to the next. */
        private int nextInPlace() {
            if (descending) {
                return place <= 0 ? -1 : matching.prevSetBit(place - 1);
            }
            int next = place + 1 < segment.size() ? matching.nextSetBit(place + 1) : DocIdSetIterator.NO_MORE_DOCS;
            return next == DocIdSetIterator.NO_MORE_DOCS ? -1 : next;
        }

        Hit hit() {
            return Objects.requireNonNull(hit, "a walk that goes on stands at a hit");
        }
    }
}
