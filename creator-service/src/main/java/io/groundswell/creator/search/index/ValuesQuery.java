package io.groundswell.creator.search.index;

import java.util.Set;

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
import org.jspecify.annotations.Nullable;

/** Matches what has any of the values, from the kept sets: for a filter beside words that Lucene ranks. */
final class ValuesQuery extends Query {
    private final SegmentMemory memory;
    private final Dimension dimension;
    private final Set<String> values;

    ValuesQuery(SegmentMemory memory, Dimension dimension, Set<String> values) {
        this.memory = memory;
        this.dimension = dimension;
        this.values = values;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                var matching = memory.of(leaf.reader()).anyOf(leaf.reader(), dimension, values);
                return ConstantScoreScorerSupplier.fromIterator(new BitDocIdSet(matching).iterator(), score(), mode,
                        leaf.reader().maxDoc());
            }

            /** It is kept already. */
            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
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
        return dimension.field() + values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValuesQuery that && memory == that.memory && dimension == that.dimension
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return classHash() * 31 + dimension.hashCode() + values.hashCode();
    }
}
