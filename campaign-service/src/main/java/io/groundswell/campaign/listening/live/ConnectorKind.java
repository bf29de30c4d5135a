package io.groundswell.campaign.listening.live;

import java.util.Set;

import io.groundswell.campaign.campaign.Network;

/** What a connector listens to. An open list: clients must expect new values. */
public enum ConnectorKind {
    /** The streaming API of a Mastodon server. */
    MASTODON(Network.MASTODON, "https", "http"),
    /** A Jetstream of Bluesky. */
    BLUESKY(Network.BLUESKY, "wss", "ws");

    private final Network network;
    private final String scheme;
    private final String plainScheme;

    ConnectorKind(Network network, String scheme, String plainScheme) {
        this.network = network;
        this.scheme = scheme;
        this.plainScheme = plainScheme;
    }

    Network network() {
        return network;
    }

    /** The scheme that addresses have, and the one without encryption that the operator may allow for single hosts. */
    Set<String> schemes() {
        return Set.of(scheme, plainScheme);
    }

    String scheme() {
        return scheme;
    }
}
