package io.groundswell.creator.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.quarkus.runtime.ShutdownEvent;

/**
 * The indexes of the workspaces that are searched. One is opened when it is first asked for and closed when others are asked for
 * more recently; meanwhile it follows the changes. Calls wait, for disk and database: they are made by threads that may.
 */
@ApplicationScoped
public class SearchIndexes {
    private static final Logger LOG = Logger.getLogger(SearchIndexes.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
    /** Small workspaces are indexed before their first search is answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path directory;
    private final int mostOpen;
    private final ChangeSource source;
    /** By workspace, the one that was used longest ago first. */
    private final Map<Workspace, WorkspaceIndex> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread follower;
    private volatile boolean stopping;

    SearchIndexes(@ConfigProperty(name = "groundswell.search-dir") Path directory,
            @ConfigProperty(name = "groundswell.search-open-indexes", defaultValue = "16") int mostOpen, ChangeSource source) {
        this.directory = directory;
        this.mostOpen = mostOpen;
        this.source = source;
    }

    /**
     * Returns a page of an order, and how many match with how many of them have each value of the dimensions.
     *
     * @param counted null when nothing is to be counted
     */
    public Found find(Workspace workspace, SearchQuery query, Paging paging, @Nullable Set<Dimension> counted)
            throws IOException {
        return using(workspace, index -> {
            awaitFirstBuild(index);
            IndexStatus status = index.status();
            return index.search((searcher, memory) -> new Found(page(searcher, memory, query, paging),
                    counted == null ? null : Facets.of(new Matches(searcher, memory, query), counted), status));
        });
    }

    private static List<Hit> page(IndexSearcher searcher, SegmentMemory memory, SearchQuery query, Paging paging)
            throws IOException {
        String text = query.text();
        return paging.order() == Order.RELEVANCE && text != null
                ? paging.rank(searcher, Matches.ranked(searcher, memory, query, text))
                : paging.read(new Matches(searcher, memory, query));
    }

    /** Returns how the workspace's index is; opens it, and so begins to build one that is missing. */
    public IndexStatus status(Workspace workspace) throws IOException {
        return using(workspace, WorkspaceIndex::status);
    }

    /** Has changes looked for now. */
    public void nudge() {
        wake.release();
    }

    private void awaitFirstBuild(WorkspaceIndex index) {
        if (index.status().state() == IndexStatus.State.READY) {
            return;
        }
        nudge();
        try {
            index.whenComplete().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The index is large; what is in it so far is searched");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T using(Workspace workspace, Use<T> use) throws IOException {
        try {
            return use.of(index(workspace));
        } catch (AlreadyClosedException e) {
            // Others were asked for more recently, or it failed and is built anew.
            return use.of(index(workspace));
        }
    }

    private synchronized WorkspaceIndex index(Workspace workspace) throws IOException {
        if (stopping) {
            throw new IOException("The service is stopping");
        }
        WorkspaceIndex known = open.get(workspace);
        if (known != null) {
            return known;
        }
        WorkspaceIndex opened = WorkspaceIndex.open(directory.resolve(workspace.key()), workspace, source);
        open.put(workspace, opened);
        closeLeastUsed();
        follow();
        nudge();
        return opened;
    }

    private void closeLeastUsed() {
        while (open.size() > mostOpen) {
            Workspace longestAgo = open.keySet().iterator().next();
            close(open.remove(longestAgo));
        }
    }

    private void follow() {
        if (follower == null) {
            follower = Thread.ofPlatform().name("search-index").daemon().start(this::followAll);
        }
    }

    private void followAll() {
        while (!stopping) {
            boolean more = false;
            for (Map.Entry<Workspace, WorkspaceIndex> one : snapshot()) {
                more |= follow(one.getKey(), one.getValue());
            }
            if (!more) {
                pause();
            }
        }
    }

    private synchronized List<Map.Entry<Workspace, WorkspaceIndex>> snapshot() {
        return new ArrayList<>(Map.copyOf(open).entrySet());
    }

    private void pause() {
        try {
            if (wake.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** A database that is away leaves the index as it is; an index that fails is given up and opened, or built, anew. */
    private boolean follow(Workspace workspace, WorkspaceIndex index) {
        try {
            return !stopping && index.follow();
        } catch (IOException | AlreadyClosedException e) {
            LOG.warnf("The search index of '%s' is opened anew: %s", workspace.key(), e.toString());
            giveUp(workspace, index);
        } catch (RuntimeException e) {
            LOG.warnf("The search index of '%s' cannot follow: %s", workspace.key(), e.toString());
        }
        return false;
    }

    private synchronized void giveUp(Workspace workspace, WorkspaceIndex index) {
        if (open.remove(workspace, index)) {
            try {
                index.abandon();
            } catch (IOException | RuntimeException e) {
                LOG.warnf("The search index of '%s' was not closed: %s", workspace.key(), e.toString());
            }
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        nudge();
        Thread running = follower;
        if (running != null) {
            running.join(Duration.ofSeconds(10));
        }
        synchronized (this) {
            open.values().forEach(SearchIndexes::close);
            open.clear();
        }
    }

    private static void close(@Nullable WorkspaceIndex index) {
        try {
            if (index != null) {
                index.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("A search index was not closed well and reads its last changes again: %s", e.toString());
        }
    }

    private interface Use<T> {
        T of(WorkspaceIndex index) throws IOException;
    }
}
