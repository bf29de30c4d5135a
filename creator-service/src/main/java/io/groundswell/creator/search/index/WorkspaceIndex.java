package io.groundswell.creator.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;

/**
 * One workspace's index: the generation that answers, and the next one while it is built. Followed by one thread; searched by
 * many.
 */
final class WorkspaceIndex implements Closeable {
    private static final int CHANGES_AT_A_TIME = 1000;
    /** While it is built, what is in it becomes visible and durable now and then: both cost. */
    private static final int BATCHES_PER_REFRESH = 40;
    private static final int BATCHES_PER_COMMIT = 50;
    private static final long COMMIT_NANOS = 5_000_000_000L;
    /** Within this time nothing is left in the files of what was deleted; sooner would rewrite them for each deletion. */
    private static final long EXPUNGE_NANOS = 600_000_000_000L;

    private final Workspace workspace;
    private final ChangeSource source;
    private final IndexFolder folder;
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private volatile Generation serving;
    private volatile @Nullable Generation building;
    private int batches;
    private long committedAt = System.nanoTime();
    private long expungedAt = System.nanoTime();
    private boolean holdsDeleted;
    private @Nullable Ahead ahead;
    private boolean closed;

    private WorkspaceIndex(Workspace workspace, ChangeSource source, IndexFolder folder, Generation serving) {
        this.workspace = workspace;
        this.source = source;
        this.folder = folder;
        this.serving = serving;
        announce();
    }

    /**
     * Opens what there is of a workspace's index; begins one when there is none.
     *
     * @throws IOException when the directory cannot be written or is another process's
     */
    static WorkspaceIndex open(Path directory, Workspace workspace, ChangeSource source) throws IOException {
        ChangeSource.Head head = source.head(workspace);
        IndexStamp first = IndexStamp.first(head);
        IndexFolder folder = new IndexFolder(directory);
        Generation serving = null;
        Generation building = null;
        for (Path path : folder.numbered()) {
            Generation found = serving == null ? IndexFolder.openOrRemove(path, first) : null;
            if (serving != null) {
                IndexFolder.remove(path);
            } else if (found != null && found.stamp().complete() && found.stamp().origin().equals(head.origin())) {
                serving = found;
            } else if (found != null && building == null && found.stamp().isCurrent(head)) {
                building = found;
            } else if (found != null) {
                IndexFolder.remove(found);
            }
        }
        if (serving == null) {
            return new WorkspaceIndex(workspace, source, folder, building == null ? folder.begin(first) : building);
        }
        WorkspaceIndex index = new WorkspaceIndex(workspace, source, folder, serving);
        index.building = building;
        return index;
    }

    /**
     * Takes in the next changes; returns whether there may be more at once.
     *
     * @throws OtherDatabase when the index is of another database
     */
    synchronized boolean follow() throws IOException {
        if (closed) {
            return false;
        }
        ChangeSource.Head head = source.head(workspace);
        if (!serving.stamp().origin().equals(head.origin())) {
            throw new OtherDatabase();
        }
        Generation next = building;
        if (next != null && !next.stamp().isCurrent(head)) {
            IndexFolder.remove(next);
            next = null;
            building = null;
        }
        if (next == null && !serving.stamp().isCurrent(head)) {
            next = folder.begin(IndexStamp.first(head));
            building = next;
        }
        boolean more = follow(serving);
        if (next != null) {
            more |= follow(next);
            if (next.stamp().complete()) {
                swap(next);
            }
        }
        return more;
    }

    private boolean follow(Generation generation) throws IOException {
        ChangeSource.Batch batch = next(generation.stamp().position());
        boolean more = batch.changes().size() == CHANGES_AT_A_TIME;
        if (more) {
            ahead = Ahead.of(batch.last(), () -> read(batch.last()));
        }
        if (!batch.changes().isEmpty()) {
            generation.apply(batch.changes(), batch.last());
            batches++;
        }
        if (!more && !generation.stamp().complete()) {
            generation.complete();
            generation.refresh();
            generation.commit();
            announce();
        } else if (!batch.changes().isEmpty() && (!more || batches % BATCHES_PER_REFRESH == 0)) {
            generation.refresh();
        }
        holdsDeleted |= batch.changes().stream().anyMatch(Change.Gone.class::isInstance);
        commit(generation, batches);
        return more;
    }

    private ChangeSource.Batch next(ChangePosition after) {
        Ahead begun = ahead;
        if (begun == null || !begun.after().equals(after)) {
            return read(after);
        }
        ahead = null;
        return begun.batch();
    }

    private ChangeSource.Batch read(ChangePosition after) {
        return source.read(workspace, after, CHANGES_AT_A_TIME);
    }

    private void commit(Generation generation, int done) throws IOException {
        boolean due = System.nanoTime() - committedAt > COMMIT_NANOS;
        if (generation.stamp().complete() ? due : done % BATCHES_PER_COMMIT == 0) {
            generation.commit();
            committedAt = System.nanoTime();
        }
        if (holdsDeleted && System.nanoTime() - expungedAt > EXPUNGE_NANOS) {
            generation.expunge();
            expungedAt = System.nanoTime();
            holdsDeleted = false;
        }
    }

    private void swap(Generation next) throws IOException {
        Generation former = serving;
        serving = next;
        building = null;
        announce();
        IndexFolder.remove(former);
    }

    private void announce() {
        if (serving.stamp().complete()) {
            complete.complete(null);
        }
    }

    /** Searches what is indexed. */
    <T> T search(Generation.Search<T> search) throws IOException {
        while (true) {
            Generation current = serving;
            try {
                return current.search(search);
            } catch (AlreadyClosedException e) {
                if (current == serving) {
                    throw e;
                }
                // The next generation has taken over between the two lines.
            }
        }
    }

    /** Completes when the index has once caught up. */
    CompletableFuture<Void> whenComplete() {
        return complete.copy();
    }

    IndexStatus status() {
        Generation current = serving;
        Generation next = building;
        return new IndexStatus(current.stamp().complete() ? IndexStatus.State.READY : IndexStatus.State.BUILDING,
                current.documents(), current.stamp().position(), next == null ? null : next.documents());
    }

    /** Keeps what was taken in, so that nothing has to be read again. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        Generation next = building;
        try (Generation first = serving) {
            first.commit();
        } finally {
            if (next != null) {
                try (next) {
                    next.commit();
                }
            }
        }
    }

    /** Closes without keeping anything that was not kept already; for an index that fails. */
    synchronized void abandon() throws IOException {
        closed = true;
        Generation next = building;
        try (Generation first = serving) {
            if (next != null) {
                next.close();
            }
        }
    }

    /**
     * The batch after a position, read while the one before it is written: one core asks the database, another makes segments.
     * What changes after it was read comes again, so reading early loses nothing.
     */
    private record Ahead(ChangePosition after, FutureTask<ChangeSource.Batch> reading) {
        static Ahead of(ChangePosition after, Callable<ChangeSource.Batch> read) {
            var reading = new FutureTask<>(read);
            Thread.ofVirtual().name("search-index-ahead").start(reading);
            return new Ahead(after, reading);
        }

        /** Waits for the batch; fails as reading it failed. */
        ChangeSource.Batch batch() {
            try {
                return reading.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a batch was read", e);
            }
        }
    }

    /** The index is of another database: it must be opened anew. */
    static final class OtherDatabase extends IOException {
        private static final long serialVersionUID = 1L;

        OtherDatabase() {
            super("The search index is of another database");
        }
    }
}
