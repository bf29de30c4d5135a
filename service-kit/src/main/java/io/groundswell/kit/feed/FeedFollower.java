package io.groundswell.kit.feed;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.groundswell.kit.outbox.FeedConsumer;
import io.groundswell.kit.outbox.FeedReader;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.mutiny.core.Vertx;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Follows other services' feeds for as long as the service runs. */
@ApplicationScoped
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
public class FeedFollower {
    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final int EVENTS_AT_A_TIME = 500;
    private static final int SECONDS_TO_STOP = 10;

    private final Vertx vertx;
    private final ServiceToken token;
    private final WorkspaceDatabase database;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final List<Running> running = new CopyOnWriteArrayList<>();

    FeedFollower(Vertx vertx, ServiceToken token, WorkspaceDatabase database, ObjectMapper json, MeterRegistry metrics,
            Clock clock) {
        this.vertx = vertx;
        this.token = token;
        this.database = database;
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Begins to follow a feed; its lag is the gauge {@code groundswell.feed.lag}.
     *
     * @param service base address of the service that tells; when it is absent, or the installation gave this service no
     *            credentials, nothing is followed
     * @return whether the feed is followed
     */
    public boolean follow(Optional<URI> service, FeedConsumer consumer) {
        if (service.isEmpty() || !token.isConfigured()) {
            return false;
        }
        HttpFeed feed = new HttpFeed(vertx, service.get(), token, json, consumer.types(), EVENTS_AT_A_TIME);
        FeedLag lag = new FeedLag(feed, clock);
        Gauge.builder("groundswell.feed.lag", lag, FeedLag::seconds)
                .description("Age of the oldest event that is not applied yet; while the feed cannot be read, since when")
                .baseUnit("seconds")
                .tag("consumer", consumer.name())
                .register(metrics);
        FeedReader reader = new FeedReader(lag, database, consumer);
        running.add(new Running(feed, reader));
        reader.start();
        return true;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        var stopped = running.stream().map(Running::stop).toList();
        for (var each : stopped) {
            try {
                each.get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("A feed's last batch did not end in time; it is applied after the next start", e);
            }
        }
    }

    private record Running(HttpFeed feed, FeedReader reader) {
        CompletableFuture<Void> stop() {
            var stopped = reader.stop();
            feed.close();
            return stopped;
        }
    }
}
