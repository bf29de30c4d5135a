package io.groundswell.campaign.listening.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.groundswell.campaign.listening.live.ConnectorLeases.Lease;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;

/**
 * Listens for connectors of all workspaces, as many as this process may: renews its leases, ends what is no longer its own, and takes
 * what nobody listens for.
 */
@ApplicationScoped
class ConnectorSupervisor {
    private static final Logger LOG = Logger.getLogger(ConnectorSupervisor.class);
    private static final int SECONDS_TO_STOP = 10;

    private final Listeners tools;
    private final boolean exitsAtOnce;
    private final Map<UUID, ConnectorRun> runs = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private volatile boolean interrupted;

    ConnectorSupervisor(Listeners tools,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean exitsAtOnce) {
        this.tools = tools;
        this.exitsAtOnce = exitsAtOnce;
    }

    void start(@Observes StartupEvent started) {
        if (!exitsAtOnce && tools.config().enabled()) {
            follow();
        }
    }

    /** Lets the batches in hand be stored, and gives the leases back. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Set<UUID> owners = Set.copyOf(runs.keySet());
        try {
            Future.join(runs.values().stream().map(ConnectorRun::stop).toList()).toCompletionStage().toCompletableFuture()
                    .get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            if (!owners.isEmpty()) {
                tools.leases().release(owners).subscribeAsCompletionStage().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Connectors did not end in time; others listen when the leases are over", e);
        }
    }

    private void follow() {
        step().subscribe().with(_ -> again(null), this::again);
    }

    private void again(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure != null && !interrupted) {
            LOG.warnf("Leases of connectors can be neither renewed nor taken, trying again: %s", failure);
        } else if (failure == null && interrupted) {
            LOG.info("Leases of connectors are renewed again");
        }
        interrupted = failure != null;
        if (!stopping) {
            tools.vertx().setTimer(Math.max(1, tools.config().tick().toMillis()), _ -> follow());
        }
    }

    /** Renews and takes once. */
    Uni<Void> step() {
        return renew().chain(this::take);
    }

    private Uni<Void> renew() {
        Map<UUID, Instant> heard = new HashMap<>();
        runs.forEach((owner, run) -> heard.put(owner, run.heardAt()));
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tools.leases().renew(heard, tools.config().lease())
                .invoke(renewed -> heard.keySet().stream().filter(owner -> !renewed.contains(owner)).forEach(this::end))
                .replaceWithVoid();
    }

    private void end(UUID owner) {
        ConnectorRun run = runs.remove(owner);
        if (run != null) {
            run.stop();
        }
    }

    private Uni<Void> take() {
        int free = tools.config().atATime() - runs.size();
        return free <= 0 || stopping
                ? Uni.createFrom().voidItem()
                : tools.leases().take(free, tools.config().lease()).invoke(this::begin).replaceWithVoid();
    }

    private void begin(List<Lease> leases) {
        for (Lease lease : leases) {
            var run = new ConnectorRun(lease, tools, ended -> runs.remove(ended.lease().owner()));
            runs.put(lease.owner(), run);
            run.start();
        }
    }
}
