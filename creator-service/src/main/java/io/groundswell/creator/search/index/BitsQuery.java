package io.groundswell.creator.search.index;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Matches what was worked out as bits: the limits beside words that Lucene ranks. */
final class BitsQuery extends Query {
    private final Source source;

    BitsQuery(Source source) {
        this.source = source;
    }

    /** Tells the documents of a segment. */
    interface Source {
        FixedBitSet in(LeafReaderContext segment) throws IOException;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                return ConstantScoreScorerSupplier.fromIterator(new BitDocIdSet(source.in(segment)).iterator(), score(), mode,
                        segment.reader().maxDoc());
            }

            /** What it is made of is kept already. */
            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(@Nullable String field) {
        return "bits";
    }

    /** Two sources cannot be compared, and nothing asks for it: the query is made anew for each search. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BitsQuery that && source == that.source;
    }

    @Override
    public int hashCode() {
        return classHash() + System.identityHashCode(source);
    }
}
