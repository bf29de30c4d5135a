package io.groundswell.creator;

import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;

/** Gives every test that starts the service the real PostgreSQL, and a campaign-service to follow. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(CampaignServiceStub.class)
public final class Surroundings {
    private Surroundings() {}
}
