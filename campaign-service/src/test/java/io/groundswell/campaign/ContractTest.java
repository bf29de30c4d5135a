package io.groundswell.campaign;

import java.util.Set;

import io.groundswell.kit.testing.ContractGates;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ContractTest extends ContractGates {
    /** What everybody may read, and what is for authors, who have no account. */
    @Override
    protected Set<String> publicOperations() {
        return Set.of("showClaim", "decideClaim", "getPublicCollection", "readCollectionAsRss", "readCollectionAsAtom",
                "readCollectionAsJsonFeed", "embedCollection");
    }
}
