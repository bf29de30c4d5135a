package io.groundswell.creator.search.index;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * The scores of one segment's documents by one scoring, and the order that they make. A million documents take 8 MB.
 *
 * @param scores by document; {@link Figure#UNKNOWN}: it has none
 * @param order documents, those with the smallest score first
 */
@SuppressWarnings("ArrayRecordComponent")
record SegmentScores(int[] scores, int[] order) {

    /**
     * Works the scores out.
     *
     * @param phrases the documents that have each of the scoring's phrases
     */
    static SegmentScores of(LeafReader segment, SegmentSets sets, Scoring scoring, List<FixedBitSet> phrases)
            throws IOException {
        Map<Dimension, FixedBitSet[]> wanted = new EnumMap<>(Dimension.class);
        scoring.values().forEach((dimension, values) -> wanted.put(dimension, values.stream()
                .map(value -> sets.anyOf(segment, dimension, List.of(value))).toArray(FixedBitSet[]::new)));
        FixedBitSet without = new FixedBitSet(segment.maxDoc());
        scoring.without().forEach((dimension, values) -> without.or(sets.anyOf(segment, dimension, values)));
        FixedBitSet[] words = phrases.toArray(FixedBitSet[]::new);
        NumericDocValues engagement = segment.getNumericDocValues(Figure.ENGAGEMENT.field());
        int[] scores = new int[segment.maxDoc()];
        long[] values = new long[Dimension.COUNT];
        for (int doc = 0; doc < scores.length; doc++) {
            for (Map.Entry<Dimension, FixedBitSet[]> one : wanted.entrySet()) {
                values[one.getKey().place()] = mask(one.getValue(), doc);
            }
            long rate = engagement != null && engagement.advanceExact(doc) ? Math.max(0, engagement.longValue()) : 0;
            scores[doc] = without.get(doc)
                    ? (int) Figure.UNKNOWN
                    : Math.toIntExact(scoring.score(values, mask(words, doc), rate));
        }
        return new SegmentScores(scores, DocumentOrder.of(doc -> scores[doc], scores.length));
    }

    private static long mask(FixedBitSet[] sets, int doc) {
        long mask = 0;
        for (int n = 0; n < sets.length; n++) {
            mask |= sets[n].get(doc) ? 1L << n : 0;
        }
        return mask;
    }
}
