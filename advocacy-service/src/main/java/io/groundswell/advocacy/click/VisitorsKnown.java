package io.groundswell.advocacy.click;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as visitors are told apart as the other replicas do; from then on without the database. */
@Readiness
class VisitorsKnown implements HealthCheck {
    private final Visitors visitors;

    VisitorsKnown(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("salts of visitors").status(visitors.isAgreed()).build();
    }
}
