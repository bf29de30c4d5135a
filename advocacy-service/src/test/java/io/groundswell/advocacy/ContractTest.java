package io.groundswell.advocacy;

import java.util.Set;

import io.groundswell.kit.testing.ContractGates;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ContractTest extends ContractGates {

    @Override
    protected Set<String> publicOperations() {
        return Set.of("followShortLink");
    }
}
