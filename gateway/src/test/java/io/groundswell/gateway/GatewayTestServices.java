package io.groundswell.gateway;

import io.quarkus.test.common.QuarkusTestResource;

/** Gives every test that starts the gateway three stub services. */
@QuarkusTestResource(StubServices.class)
public final class GatewayTestServices {
    private GatewayTestServices() {}
}
