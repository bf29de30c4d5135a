package io.groundswell.campaign.gallery.display;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Renews leases. There is one question to PostgreSQL at a time, for all workspaces that wait for one; those that come meanwhile
 * are in the next. So the cost does not grow with the number of workspaces that are read, and what a caller waits for was always
 * asked after the call.
 */
@Singleton
class Leases {
    private static final Logger LOG = Logger.getLogger(Leases.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String READ = """
            select w.key, coalesce(r.revision::text, '') as revision from unnest($1::text[]) as w (key)
            left join gallery_revision r on r.workspace_id = w.key""";

    private final WorkspaceDatabase database;
    private final ConcurrentMap<Workspace, Lease> leases = new ConcurrentHashMap<>();
    /** Guarded by this. */
    private Renewal next = new Renewal();
    /** Guarded by this. */
    private boolean running;

    Leases(WorkspaceDatabase database) {
        this.database = database;
    }

    /** The workspaces of one question. */
    private static final class Renewal {
        private final Set<Lease> asked = new LinkedHashSet<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();
    }

    /** Returns the lease of a workspace that has published something; there are no more of them than workspaces. */
    Lease of(Workspace workspace) {
        return leases.computeIfAbsent(workspace, Lease::new);
    }

    /** Asks for what is known now; completes when the lease has learnt it. */
    Uni<Void> renew(Lease lease) {
        CompletableFuture<Void> done;
        synchronized (this) {
            next.asked.add(lease);
            done = next.done;
            if (!running) {
                running = true;
                ask();
            }
        }
        // a copy, because a client that hangs up cancels what it waits for, and others wait too
        return Uni.createFrom().completionStage(done.copy());
    }

    /** Asks without anybody who waits. */
    void renewInBackground(Lease lease) {
        renew(lease).subscribe().with(_ -> {},
                failure -> LOG.debugf(failure, "What %s shows could not be asked for", lease.workspace().key()));
    }

    private synchronized void ask() {
        Renewal renewal = next;
        next = new Renewal();
        String[] keys = renewal.asked.stream().map(lease -> lease.workspace().key()).toArray(String[]::new);
        long sentAt = System.nanoTime();
        database.read(Workspace.EVERY, READ, Tuple.of(keys))
                .ifNoItem().after(PATIENCE).failWith(() -> ProblemException
                        .unavailable("Whether something was taken back cannot be told at the moment.", 1))
                .subscribe().with(rows -> told(renewal, rows, sentAt), failure -> failed(renewal, failure));
    }

    private void told(Renewal renewal, RowSet<Row> rows, long sentAt) {
        Map<String, String> revisions = new HashMap<>();
        rows.forEach(row -> revisions.put(row.getString("key"), row.getString("revision")));
        renewal.asked.forEach(lease -> lease.learn(revisions.getOrDefault(lease.workspace().key(), ""), sentAt));
        goOn();
        renewal.done.complete(null);
    }

    private void failed(Renewal renewal, Throwable failure) {
        renewal.asked.forEach(Lease::notRenewed);
        goOn();
        renewal.done.completeExceptionally(failure);
    }

    private synchronized void goOn() {
        if (next.asked.isEmpty()) {
            running = false;
        } else {
            ask();
        }
    }
}
