package io.groundswell.campaign.erasure;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.groundswell.kit.feed.FeedFollower;
import io.quarkus.runtime.StartupEvent;

/** Follows creator-service's feed for as long as the service runs. */
@ApplicationScoped
class CreatorFeed {
    private static final Logger LOG = Logger.getLogger(CreatorFeed.class);

    private final FeedFollower follower;
    private final ErasedPosts erased;
    private final Optional<URI> service;

    CreatorFeed(FeedFollower follower, ErasedPosts erased,
            @ConfigProperty(name = "groundswell.creator-url") Optional<URI> service) {
        this.follower = follower;
        this.erased = erased;
        this.service = service;
    }

    void start(@Observes StartupEvent started) {
        if (!follower.follow(service, erased)) {
            LOG.warn("Posts of people who are erased stay here: GROUNDSWELL_CREATOR_URL, GROUNDSWELL_ISSUER_URL, "
                    + "GROUNDSWELL_CLIENT_ID and GROUNDSWELL_CLIENT_SECRET are needed to hear of erasures");
        }
    }
}
