package io.groundswell.creator.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Collects the hits with the highest scores; of equal ones those with the lowest ids. Segments are in the order of ids: as soon
 * as one hit of a segment loses by its id alone, all that follow there and score no more would lose too, and Lucene skips them.
 * A word that hundreds of thousands have in the same way would otherwise have each of them looked at.
 */
final class BestHits implements Collector {
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingLong(Hit::key).reversed()
            .thenComparingLong(hit -> DocumentFields.high(hit.id())).thenComparingLong(hit -> DocumentFields.low(hit.id()));

    private final Page page;
    /** Those that are kept, the one that the next better one replaces on top. */
    private final PriorityQueue<Hit> kept;

    private BestHits(Page page) {
        this.page = page;
        this.kept = new PriorityQueue<>(page.order().reversed());
    }

    /**
     * What is collected.
     *
     * @param after the hit to go on from; null: the best, or the worst when reading backwards
     * @param backwards whether to read against the order: then nothing can be skipped
     */
    record Page(int limit, @Nullable Hit after, boolean backwards) implements CollectorManager<BestHits, List<Hit>> {
        @Override
        public BestHits newCollector() {
            return new BestHits(this);
        }

        /** Returns the hits in the direction of reading. */
        @Override
        public List<Hit> reduce(Collection<BestHits> parts) {
            List<Hit> all = new ArrayList<>();
            parts.forEach(part -> all.addAll(part.kept));
            all.sort(order());
            return List.copyOf(all.subList(0, Math.min(limit, all.size())));
        }

        Comparator<Hit> order() {
            return backwards ? BEST_FIRST.reversed() : BEST_FIRST;
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return page.backwards() ? ScoreMode.COMPLETE : ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        return new InSegment(DocValues.getNumeric(segment.reader(), DocumentFields.ID_HIGH),
                DocValues.getNumeric(segment.reader(), DocumentFields.ID_LOW));
    }

    private final class InSegment implements LeafCollector {
        private final NumericDocValues high;
        private final NumericDocValues low;
        private @Nullable Scorable scorer;
        /** What a hit must score to be of interest. */
        private float least;

        InSegment(NumericDocValues high, NumericDocValues low) {
            this.high = high;
            this.low = low;
            if (kept.size() == page.limit()) {
                least = score(worst());
            }
        }

        @Override
        public void setScorer(Scorable scored) throws IOException {
            scorer = scored;
            tellWhatIsOfInterest(scored);
        }

        @Override
        public void collect(int document) throws IOException {
            Scorable scored = Objects.requireNonNull(scorer, "Lucene tells it first");
            Hit hit = new Hit(Float.floatToIntBits(scored.score()), id(document));
            if (page.after() != null && page.order().compare(hit, page.after()) <= 0) {
                return;
            }
            kept.add(hit);
            boolean lost = kept.size() > page.limit() && hit.equals(kept.remove());
            if (kept.size() == page.limit()) {
                Hit worst = worst();
                float enough = lost && hit.key() == worst.key() ? Math.nextUp(score(worst)) : score(worst);
                if (enough > least) {
                    least = enough;
                    tellWhatIsOfInterest(scored);
                }
            }
        }

        private void tellWhatIsOfInterest(Scorable scored) throws IOException {
            if (least > 0 && !page.backwards()) {
                scored.setMinCompetitiveScore(least);
            }
        }

        private UUID id(int document) throws IOException {
            if (!high.advanceExact(document) || !low.advanceExact(document)) {
                throw new IllegalStateException("A document without an id");
            }
            return DocumentFields.id(high.longValue(), low.longValue());
        }

        private Hit worst() {
            return Objects.requireNonNull(kept.peek(), "a page holds a hit at least");
        }

        private static float score(Hit hit) {
            return Float.intBitsToFloat((int) hit.key());
        }
    }
}
