package io.groundswell.creator.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IntroSorter;

/**
 * What is kept in memory of one segment, each part from its first use on: the documents of each value, and the documents in the
 * order of each figure. A segment never changes but for deletions, which these do not regard. A million creators take about
 * 4 MB for a figure and from 1 to 8 MB for a dimension.
 */
final class SegmentSets {
    private final Map<Dimension, Map<String, DocSet>> sets = new ConcurrentHashMap<>();
    private final Map<Figure, int[]> orders = new ConcurrentHashMap<>();

    /** Returns the sets of a dimension by value. */
    Map<String, DocSet> sets(LeafReader segment, Dimension dimension) {
        return sets.computeIfAbsent(dimension, _ -> readSets(segment, dimension.field()));
    }

    /** Returns the documents, those with the smallest figure first, equal ones by id. */
    int[] order(LeafReader segment, Figure figure) {
        return orders.computeIfAbsent(figure, _ -> sort(readFigures(segment, figure.field())));
    }

    /** Reads for another segment what this one has been asked for, so that no request has to. */
    void prepare(SegmentSets other, LeafReader segment) {
        sets.keySet().forEach(dimension -> other.sets(segment, dimension));
        orders.keySet().forEach(figure -> other.order(segment, figure));
    }

    /** Returns the documents that have any of the values. */
    FixedBitSet anyOf(LeafReader segment, Dimension dimension, Iterable<String> values) {
        Map<String, DocSet> known = sets(segment, dimension);
        FixedBitSet any = new FixedBitSet(segment.maxDoc());
        for (String value : values) {
            DocSet set = known.get(value);
            if (set != null) {
                set.addTo(any);
            }
        }
        return any;
    }

    private static Map<String, DocSet> readSets(LeafReader segment, String field) {
        Map<String, DocSet> sets = new TreeMap<>();
        try {
            Terms terms = segment.terms(field);
            if (terms == null) {
                return sets;
            }
            TermsEnum each = terms.iterator();
            PostingsEnum postings = null;
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                postings = each.postings(postings, PostingsEnum.NONE);
                sets.put(term.utf8ToString(), DocSet.read(postings, each.docFreq(), segment.maxDoc()));
            }
            return sets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] readFigures(LeafReader segment, String field) {
        long[] figures = new long[segment.maxDoc()];
        try {
            NumericDocValues values = segment.getNumericDocValues(field);
            for (int doc = 0; doc < figures.length; doc++) {
                figures[doc] = values != null && values.advanceExact(doc) ? values.longValue() : Figure.UNKNOWN;
            }
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Documents of a segment are in the order of ids already, so equal figures are told apart by the document's number. */
    private static int[] sort(long[] figures) {
        int[] order = new int[figures.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        new IntroSorter() {
            private int pivot;

            @Override
            protected void setPivot(int i) {
                pivot = order[i];
            }

            @Override
            protected int comparePivot(int j) {
                return compareDocs(pivot, order[j]);
            }

            @Override
            protected int compare(int i, int j) {
                return compareDocs(order[i], order[j]);
            }

            private int compareDocs(int a, int b) {
                int byFigure = Long.compare(figures[a], figures[b]);
                return byFigure != 0 ? byFigure : Integer.compare(a, b);
            }

            @Override
            protected void swap(int i, int j) {
                int doc = order[i];
                order[i] = order[j];
                order[j] = doc;
            }
        }.sort(0, order.length);
        return order;
    }
}
