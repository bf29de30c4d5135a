package io.groundswell.advocacy.link;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as soon as every link is in memory, and then whatever becomes of the database: redirects go on without it, and
 * operations that need it say so themselves.
 */
@Readiness
class LinksLoaded implements HealthCheck {
    private final LinkRefresh refresh;
    private final LinkTable table;

    LinksLoaded(LinkRefresh refresh, LinkTable table) {
        this.refresh = refresh;
        this.table = table;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("short links in memory").status(refresh.isComplete())
                .withData("links", table.size()).build();
    }
}
