package io.groundswell.campaign;

import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;

/** Gives every test that starts the service the real PostgreSQL. */
@QuarkusTestResource(PostgresTestResource.class)
public final class CampaignServiceDatabase {
    private CampaignServiceDatabase() {}
}
