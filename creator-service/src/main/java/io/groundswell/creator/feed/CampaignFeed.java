package io.groundswell.creator.feed;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.groundswell.kit.feed.FeedFollower;
import io.groundswell.kit.outbox.FeedConsumer;
import io.quarkus.runtime.StartupEvent;

/** Follows campaign-service's feed for as long as the service runs. */
@ApplicationScoped
class CampaignFeed {
    private static final Logger LOG = Logger.getLogger(CampaignFeed.class);

    private final FeedFollower follower;
    private final FeedConsumer consumer;
    private final Optional<URI> service;

    CampaignFeed(FeedFollower follower, FeedConsumer consumer,
            @ConfigProperty(name = "groundswell.campaign-url") Optional<URI> service) {
        this.follower = follower;
        this.consumer = consumer;
        this.service = service;
    }

    void start(@Observes StartupEvent started) {
        if (!follower.follow(service, consumer)) {
            LOG.warn("No creators are discovered from posts: GROUNDSWELL_CAMPAIGN_URL, GROUNDSWELL_ISSUER_URL, "
                    + "GROUNDSWELL_CLIENT_ID and GROUNDSWELL_CLIENT_SECRET are needed for that");
        }
    }
}
