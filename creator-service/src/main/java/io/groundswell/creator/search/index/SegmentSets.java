package io.groundswell.creator.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
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

/**
 * What is kept in memory of one segment, each part from its first use on: the documents of each value, and the documents in the
 * order of each figure. A segment never changes but for deletions, which these do not regard. A million creators take about
 * 4 MB for a figure and from 1 to 8 MB for a dimension.
 */
final class SegmentSets {
    private static final int MOST_SCORINGS = 3;

    private final Map<Dimension, Map<String, DocSet>> sets = new ConcurrentHashMap<>();
    private final Map<Figure, int[]> orders = new ConcurrentHashMap<>();
    /** By the name of the scoring, the one that was used longest ago first. */
    private final Map<String, SegmentScores> scores = new LinkedHashMap<>(4, 0.75f, true);

    /** Returns the sets of a dimension by value. */
    Map<String, DocSet> sets(LeafReader segment, Dimension dimension) {
        return sets.computeIfAbsent(dimension, _ -> readSets(segment, dimension.field()));
    }

    /** Returns the documents, those with the smallest figure first, equal ones by id. */
    int[] order(LeafReader segment, Figure figure) {
        return orders.computeIfAbsent(figure, _ -> readOrder(segment, figure.field()));
    }

    /** Returns the scores by a scoring; those of the last few are kept. */
    synchronized SegmentScores scores(Scoring scoring, ScoresMaker maker) throws IOException {
        SegmentScores known = scores.get(scoring.name());
        if (known != null) {
            return known;
        }
        SegmentScores made = maker.make();
        scores.put(scoring.name(), made);
        if (scores.size() > MOST_SCORINGS) {
            scores.remove(scores.keySet().iterator().next());
        }
        return made;
    }

    /** Works scores out. */
    interface ScoresMaker {
        SegmentScores make() throws IOException;
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

    private static int[] readOrder(LeafReader segment, String field) {
        long[] figures = new long[segment.maxDoc()];
        try {
            NumericDocValues values = segment.getNumericDocValues(field);
            for (int doc = 0; doc < figures.length; doc++) {
                figures[doc] = values != null && values.advanceExact(doc) ? values.longValue() : Figure.UNKNOWN;
            }
            return DocumentOrder.of(doc -> figures[doc], figures.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
