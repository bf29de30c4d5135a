package io.groundswell.creator.feed;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.outbox.FeedConsumer;
import io.groundswell.kit.outbox.FeedReader;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Follows campaign-service's feed for as long as the service runs. */
@ApplicationScoped
class CampaignFeed {
    private static final Logger LOG = Logger.getLogger(CampaignFeed.class);
    private static final int EVENTS_AT_A_TIME = 500;
    private static final int SECONDS_TO_STOP = 10;

    private final Vertx vertx;
    private final ServiceToken token;
    private final WorkspaceDatabase database;
    private final FeedConsumer consumer;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Optional<URI> service;
    private @Nullable Running running;

    CampaignFeed(Vertx vertx, ServiceToken token, WorkspaceDatabase database, FeedConsumer consumer, ObjectMapper json,
            MeterRegistry metrics, Clock clock, @ConfigProperty(name = "groundswell.campaign-url") Optional<URI> service) {
        this.vertx = vertx;
        this.token = token;
        this.database = database;
        this.consumer = consumer;
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
        this.service = service;
    }

    void start(@Observes StartupEvent started) {
        if (service.isEmpty() || !token.isConfigured()) {
            LOG.warn("No creators are discovered from posts: GROUNDSWELL_CAMPAIGN_URL, GROUNDSWELL_ISSUER_URL, "
                    + "GROUNDSWELL_CLIENT_ID and GROUNDSWELL_CLIENT_SECRET are needed for that");
            return;
        }
        HttpFeed feed = new HttpFeed(vertx, service.get(), token, json, EVENTS_AT_A_TIME);
        FeedLag lag = new FeedLag(feed, clock);
        Gauge.builder("groundswell.feed.lag", lag, FeedLag::seconds)
                .description("Age of the oldest event that is not applied yet; while the feed cannot be read, since when")
                .baseUnit("seconds")
                .tag("consumer", consumer.name())
                .register(metrics);
        running = new Running(feed, new FeedReader(lag, database, consumer));
        running.reader().start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (running == null) {
            return;
        }
        var stopped = running.reader().stop();
        running.feed().close();
        try {
            stopped.get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The feed's last batch did not end in time; it is applied after the next start", e);
        }
    }

    private record Running(HttpFeed feed, FeedReader reader) {}
}
