package io.groundswell.gateway.passthrough;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of what is passed through. */
@ConfigMapping(prefix = "groundswell.pass-through")
interface PassThroughSettings {
    /** Connections to each service at most. */
    @WithDefault("256")
    int maxConnections();

    /** Requests that may wait for a connection, for each service. */
    @WithDefault("1024")
    int maxWaiting();

    /** Time to connect. */
    @WithDefault("PT1S")
    Duration connectTimeout();

    /** Silence of a service after which a request is given up. */
    @WithDefault("PT30S")
    Duration idleTimeout();

    /** Silence of a service after which a bulk body is given up; the client may pause as long. */
    @WithDefault("PT5M")
    Duration bulkIdleTimeout();

    /**
     * Whether {@code X-Forwarded-*} headers of requests are the word of a trusted proxy in front of the gateway. When not,
     * they are replaced.
     */
    @WithDefault("false")
    boolean trustForwardedHeaders();
}
