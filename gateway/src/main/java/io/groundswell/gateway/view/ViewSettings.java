package io.groundswell.gateway.view;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of combined answers. */
@ConfigMapping(prefix = "groundswell.view")
interface ViewSettings {
    /** Time for all parts together. */
    @WithDefault("PT0.8S")
    Duration deadline();

    /** Age up to which a part's last good answer is shown while its service is away. */
    @WithDefault("PT10M")
    Duration staleFor();

    /** Last good answers kept, over all workspaces. */
    @WithDefault("5000")
    int staleParts();

    /** Pause before a service that failed repeatedly is asked again. */
    @WithDefault("PT1S")
    Duration pauseAfterFailures();
}
