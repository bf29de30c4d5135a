package io.groundswell.creator.search.index;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** What is kept in memory of the segments of one index, for as long as they are part of it. */
final class SegmentMemory {
    private final Map<IndexReader.CacheKey, SegmentSets> segments = new ConcurrentHashMap<>();

    SegmentSets of(LeafReader segment) {
        IndexReader.CacheHelper lifetime = Objects.requireNonNull(segment.getCoreCacheHelper(), "every segment has a lifetime");
        return segments.computeIfAbsent(lifetime.getKey(), key -> {
            lifetime.addClosedListener(segments::remove);
            return new SegmentSets();
        });
    }

    /** Has a new segment, made of others, read what those have been asked for. */
    void prepare(LeafReader segment) {
        SegmentSets target = of(segment);
        segments.values().forEach(other -> other.prepare(target, segment));
    }
}
