package io.groundswell.campaign;

import java.util.Set;

import io.groundswell.kit.testing.ContractGates;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ContractTest extends ContractGates {

    @Override
    protected Set<String> publicOperations() {
        return Set.of("getPublicCollection", "readCollectionAsRss", "readCollectionAsAtom", "readCollectionAsJsonFeed",
                "embedCollection");
    }
}
