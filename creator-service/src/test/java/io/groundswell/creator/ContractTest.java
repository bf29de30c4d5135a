package io.groundswell.creator;

import io.groundswell.kit.testing.ContractGates;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ContractTest extends ContractGates {}
