package io.groundswell.creator.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.search.index.SearchQuery.Range;

/** What a query matches in one state of an index: bits for each segment. For one thread. */
final class Matches {
    private final IndexSearcher searcher;
    private final SegmentMemory memory;
    private final SearchQuery query;
    /** Words and ranges, which nothing is kept of; null: neither was asked for. */
    private final @Nullable Weight weight;

    Matches(IndexSearcher searcher, SegmentMemory memory, SearchQuery query) throws IOException {
        this.searcher = searcher;
        this.memory = memory;
        this.query = query;
        BooleanQuery.Builder rest = new BooleanQuery.Builder();
        if (query.text() != null) {
            rest.add(TextQuery.of(query.text()), Occur.FILTER);
        }
        addRanges(query, rest);
        BooleanQuery asked = rest.build();
        this.weight = asked.clauses().isEmpty()
                ? null
                : searcher.createWeight(searcher.rewrite(asked), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Returns what finds and ranks words among all that the query matches otherwise. */
    static Query ranked(IndexSearcher searcher, SegmentMemory memory, SearchQuery query, String text) throws IOException {
        Matches limits = new Matches(searcher, memory, query.withoutText());
        BooleanQuery.Builder ranked = new BooleanQuery.Builder();
        ranked.add(TextQuery.of(text), Occur.MUST);
        ranked.add(new BitsQuery(limits::in), Occur.FILTER);
        return ranked.build();
    }

    private static void addRanges(SearchQuery query, BooleanQuery.Builder to) {
        query.ranges().forEach((figure, range) -> to
                .add(LongPoint.newRangeQuery(figure.pointField(), Math.max(0, range.least()), range.most()), Occur.FILTER));
    }

    List<LeafReaderContext> segments() {
        return searcher.getIndexReader().leaves();
    }

    SegmentSets sets(LeafReaderContext segment) {
        return memory.of(segment.reader());
    }

    /** Returns what matches in a segment. */
    FixedBitSet in(LeafReaderContext segment) throws IOException {
        return inWithout(segment, Set.of());
    }

    /** Returns what would match in a segment if the filters of some dimensions had not been asked for. */
    FixedBitSet inWithout(LeafReaderContext segment, Set<Dimension> left) throws IOException {
        FixedBitSet matching = weight == null
                ? living(segment.reader())
                : query.text() == null ? inRanges(weight, segment) : collect(weight, segment);
        for (Map.Entry<Dimension, Set<String>> filter : query.filters().entrySet()) {
            if (!left.contains(filter.getKey())) {
                matching.and(sets(segment).anyOf(segment.reader(), filter.getKey(), filter.getValue()));
            }
        }
        Range range = query.scores();
        if (range != null) {
            limit(matching, range, scores(segment).scores());
        }
        return matching;
    }

    private static void limit(FixedBitSet documents, Range range, int[] scores) {
        for (int doc = 0; doc < scores.length; doc++) {
            if (!range.holds(scores[doc])) {
                documents.clear(doc);
            }
        }
    }

    /** Returns a segment's documents in an order that is kept. */
    OrderedSegment ordered(LeafReaderContext segment, Order order) throws IOException {
        if (order == Order.BEST_SCORE) {
            SegmentScores scores = scores(segment);
            return new OrderedSegment(segment.reader(), scores.order(), document -> scores.scores()[document]);
        }
        Figure figure = order.figure();
        return figure == null
                ? OrderedSegment.byId(segment.reader())
                : OrderedSegment.by(figure, segment.reader(), sets(segment).order(segment.reader(), figure));
    }

    /** Returns what nothing can match before, in the order; null when that is not known. */
    @Nullable
    Hit beginning(Order order, boolean descending) {
        Range range = order.figure() == null ? null : query.ranges().get(order.figure());
        if (range == null || (descending && range.most() == Long.MAX_VALUE)) {
            return null;
        }
        return new Hit(descending ? range.most() + 1 : range.least(), Hit.LOWEST_ID);
    }

    private SegmentScores scores(LeafReaderContext segment) throws IOException {
        Scoring scoring = Objects.requireNonNull(query.scoring(), "no scoring was asked for");
        SegmentSets sets = sets(segment);
        return sets.scores(scoring, () -> {
            List<FixedBitSet> phrases = new ArrayList<>();
            for (String phrase : scoring.phrases()) {
                Query words = searcher.rewrite(TextQuery.phrase(phrase));
                phrases.add(collect(searcher.createWeight(words, ScoreMode.COMPLETE_NO_SCORES, 1), segment));
            }
            return SegmentScores.of(segment.reader(), sets, scoring, phrases);
        });
    }

    /** Returns what has the values asked for, in each of the dimensions that are limited. */
    Map<Dimension, FixedBitSet> filtersIn(LeafReaderContext segment, Set<Dimension> dimensions) {
        Map<Dimension, FixedBitSet> filters = new EnumMap<>(Dimension.class);
        query.filters().forEach((dimension, values) -> {
            if (dimensions.contains(dimension)) {
                filters.put(dimension, sets(segment).anyOf(segment.reader(), dimension, values));
            }
        });
        return filters;
    }

    private static FixedBitSet living(LeafReader segment) {
        Bits living = segment.getLiveDocs();
        if (living != null) {
            return FixedBitSet.copyOf(living);
        }
        FixedBitSet all = new FixedBitSet(segment.maxDoc());
        all.set(0, segment.maxDoc());
        return all;
    }

    /** A range's documents are bits already, which are taken 64 at a time; collecting would take each by itself. */
    private static FixedBitSet inRanges(Weight ranges, LeafReaderContext segment) throws IOException {
        FixedBitSet matching = new FixedBitSet(segment.reader().maxDoc());
        Scorer scorer = ranges.scorer(segment);
        if (scorer != null) {
            matching.or(scorer.iterator());
            if (segment.reader().getLiveDocs() != null) {
                matching.and(living(segment.reader()));
            }
        }
        return matching;
    }

    private static FixedBitSet collect(Weight weight, LeafReaderContext segment) throws IOException {
        FixedBitSet matching = new FixedBitSet(segment.reader().maxDoc());
        BulkScorer scorer = weight.bulkScorer(segment);
        if (scorer != null) {
            scorer.score(new Marking(matching), segment.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
        }
        return matching;
    }

    private record Marking(FixedBitSet documents) implements LeafCollector {
        @Override
        public void setScorer(Scorable scorer) {
            // Whether a document matches is all that is asked.
        }

        @Override
        public void collect(int doc) {
            documents.set(doc);
        }

        @Override
        public void collectRange(int from, int to) {
            documents.set(from, to);
        }
    }
}
