package io.groundswell.campaign.listening.live;

import java.security.SecureRandom;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.listening.SourceIntake;
import io.vertx.core.Vertx;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What a run of a connector works with. */
@ApplicationScoped
class Listeners {
    private final Vertx vertx;
    private final ConnectorConfig config;
    private final ConnectorLeases leases;
    private final ConnectorBatches batches;
    private final ConnectorStore store;
    private final MastodonClient mastodon;
    private final BlueskyClient bluesky;
    private final SourceIntake intake;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Listeners(Vertx vertx, ConnectorConfig config, ConnectorLeases leases, ConnectorBatches batches, ConnectorStore store,
            MastodonClient mastodon, BlueskyClient bluesky, SourceIntake intake, ObjectMapper json, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.leases = leases;
        this.batches = batches;
        this.store = store;
        this.mastodon = mastodon;
        this.bluesky = bluesky;
        this.intake = intake;
        this.json = json;
        this.clock = clock;
    }

    NetworkClient client(ConnectorKind kind) {
        return switch (kind) {
            case MASTODON -> mastodon;
            case BLUESKY -> bluesky;
        };
    }

    EventReader reader(ConnectorSettings settings) {
        return switch (settings.kind()) {
            case MASTODON -> new MastodonReader(intake, json, clock, settings);
            case BLUESKY -> new BlueskyReader(intake, json, clock, settings);
        };
    }

    BackOff backOff() {
        return new BackOff(config.firstBackOff(), config.longestBackOff(), random);
    }

    Vertx vertx() {
        return vertx;
    }

    ConnectorConfig config() {
        return config;
    }

    ConnectorLeases leases() {
        return leases;
    }

    ConnectorBatches batches() {
        return batches;
    }

    ConnectorStore store() {
        return store;
    }

    Clock clock() {
        return clock;
    }
}
