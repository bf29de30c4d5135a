package io.groundswell.kit.trial;

import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;

/** Gives every test of this module that starts the trial service the real PostgreSQL. */
@QuarkusTestResource(PostgresTestResource.class)
public final class TrialDatabase {
    private TrialDatabase() {}
}
