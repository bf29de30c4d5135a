package io.groundswell.creator.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/**
 * One index on disk: the current one of a workspace, or the next while it is built. Written by one thread, searched by many.
 */
final class Generation implements Closeable {
    /** Changes are kept in this much memory before they become a segment. */
    private static final double BUFFER_MEGABYTES = 12;
    /** More segments make searches slower, fewer make changes dearer. */
    private static final int SEGMENTS_PER_TIER = 6;

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SegmentMemory memory = new SegmentMemory();
    private volatile IndexStamp stamp;
    private boolean committed;

    private Generation(Path path, Directory directory, IndexStamp ifNew) throws IOException {
        this.path = path;
        this.directory = directory;
        this.writer = new IndexWriter(directory, config(memory));
        try {
            IndexStamp found = stampIn(writer);
            this.stamp = found == null ? ifNew : found;
            this.committed = found != null;
            this.searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /**
     * Opens the index in the directory, or begins one there.
     *
     * @throws IOException when what is there cannot be read or belongs to another running process
     */
    static Generation open(Path path, IndexStamp ifNew) throws IOException {
        Files.createDirectories(path);
        Directory directory = new MMapDirectory(path);
        try {
            return new Generation(path, directory, ifNew);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig config(SegmentMemory memory) {
        var merges = new TieredMergePolicy();
        merges.setSegmentsPerTier(SEGMENTS_PER_TIER);
        merges.setForceMergeDeletesPctAllowed(0);
        var mergeScheduler = new ConcurrentMergeScheduler();
        mergeScheduler.setMaxMergesAndThreads(4, 1);
        IndexWriterConfig config = new IndexWriterConfig(SearchText.WRITTEN).setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setIndexSort(DocumentFields.SEGMENT_ORDER).setMergePolicy(merges).setMergeScheduler(mergeScheduler)
                .setCommitOnClose(false);
        config.setMergedSegmentWarmer(memory::prepare);
        return config;
    }

    private static @Nullable IndexStamp stampIn(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return null;
        }
        Map<String, String> map = new HashMap<>();
        data.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return IndexStamp.of(map);
    }

    IndexStamp stamp() {
        return stamp;
    }

    /** Returns how many creators can be found. */
    long documents() {
        return writer.getDocStats().numDocs;
    }

    /** Takes changes in; they are found after {@link #refresh} and outlive the process after {@link #commit}. */
    void apply(List<Change> changes, ChangePosition last) throws IOException {
        for (Change change : changes) {
            switch (change) {
                case Change.Put(CreatorDocument document) ->
                    writer.updateDocument(DocumentFields.key(document.id()), DocumentFields.of(document));
                case Change.Gone(var id) -> writer.deleteDocuments(DocumentFields.key(id));
            }
        }
        stamp = stamp.at(last);
        committed = false;
    }

    void complete() {
        if (!stamp.complete()) {
            stamp = stamp.completed();
            committed = false;
        }
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit() throws IOException {
        if (!committed) {
            writer.setLiveCommitData(stamp.toMap().entrySet());
            writer.commit();
            committed = true;
        }
    }

    /** Begins to rewrite the segments that hold something deleted: the words of people who were erased. */
    void expunge() throws IOException {
        writer.forceMergeDeletes(false);
    }

    /** Searches one state of the index, which stays as it is meanwhile. */
    <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher, memory);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Closes without writing: what was not committed is read again. Searches that have begun still end well. */
    @Override
    public void close() throws IOException {
        try {
            searchers.close();
        } finally {
            try {
                writer.rollback();
            } finally {
                directory.close();
            }
        }
    }

    Path path() {
        return path;
    }

    /** A search of one state of an index. */
    interface Search<T> {
        T in(IndexSearcher searcher, SegmentMemory memory) throws IOException;
    }
}
