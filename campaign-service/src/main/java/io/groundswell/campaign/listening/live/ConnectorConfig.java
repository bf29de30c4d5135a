package io.groundswell.campaign.listening.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may set about connectors. */
@ConfigMapping(prefix = "groundswell.connectors")
interface ConnectorConfig {
    /** Whether this process listens at all. */
    @WithDefault("true")
    boolean enabled();

    /** Hosts that may be connected to although they are not on the open internet: {@code host} or {@code host:port}. */
    Optional<List<String>> allowedHosts();

    /** How many connectors one process listens for. */
    @WithDefault("50")
    int atATime();

    /** How often leases are renewed and looked for. */
    @WithDefault("PT1S")
    Duration tick();

    /** How long a connector waits for a process that died. */
    @WithDefault("PT15S")
    Duration lease();

    /** The limit of the first wait after a failure. */
    @WithDefault("PT1S")
    Duration firstBackOff();

    /** The limit of any wait that the server did not ask for. */
    @WithDefault("PT5M")
    Duration longestBackOff();

    /** How long a connection must hold for the failures before it to be forgotten. */
    @WithDefault("PT1M")
    Duration stableAfter();

    /** How long a server may be silent. */
    @WithDefault("PT90S")
    Duration idleTimeout();

    /** How long events wait for others to be stored with. */
    @WithDefault("PT0.25S")
    Duration batchDelay();
}
