package io.groundswell.advocacy.link;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.advocacy.link.LinkStore.Change;
import io.groundswell.advocacy.link.LinkStore.Changes;
import io.groundswell.advocacy.link.LinkStore.Place;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Keeps the table of links like the database: all of them at the start, then what changed, once a second. */
@ApplicationScoped
public class LinkRefresh {
    private static final Logger LOG = Logger.getLogger(LinkRefresh.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);

    private final LinkStore store;
    private final LinkTable table;
    private final Vertx vertx;
    private final boolean exitsAtOnce;
    private volatile Place place = Place.START;
    private volatile boolean complete;
    private volatile boolean interrupted;
    private volatile boolean stopped;

    LinkRefresh(LinkStore store, LinkTable table, Vertx vertx,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean exitsAtOnce) {
        this.store = store;
        this.table = table;
        this.vertx = vertx;
        this.exitsAtOnce = exitsAtOnce;
    }

    void start(@Observes StartupEvent event) {
        if (!exitsAtOnce) {
            follow();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Tells whether every link was loaded once; from then on redirects need no database. */
    boolean isComplete() {
        return complete;
    }

    private void follow() {
        refresh().ifNoItem().after(LONGEST_READ).fail().subscribe().with(_ -> again(null), this::again);
    }

    private void again(@Nullable Throwable failure) {
        if (failure != null && !interrupted) {
            LOG.warnf("Links are as they were: the database cannot be read, trying again each second: %s", failure);
        } else if (failure == null && interrupted) {
            LOG.info("Links follow the database again");
        }
        interrupted = failure != null;
        if (!stopped) {
            vertx.setTimer(PAUSE.toMillis(), _ -> follow());
        }
    }

    /** Reads what changed since the last time, page by page. */
    Uni<Void> refresh() {
        return store.changes(place).chain(first -> apply(first).invoke(() -> {
            // The first page's horizon: later pages may see newer transactions while older ones still run.
            place = Place.before(first.horizon());
            if (!complete) {
                LOG.infof("%d active links are in memory", table.size());
                complete = true;
            }
        }));
    }

    private Uni<Void> apply(Changes page) {
        for (Change change : page.changes()) {
            String code = change.place().code();
            Link link = change.link();
            if (link == null) {
                table.remove(code);
            } else {
                table.put(code, link);
            }
        }
        Place next = page.next();
        return next == null ? Uni.createFrom().voidItem() : store.changes(next).chain(this::apply);
    }
}
