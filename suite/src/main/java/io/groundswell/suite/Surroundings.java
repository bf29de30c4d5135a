package io.groundswell.suite;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a service is told about everything around it.
 *
 * @param addresses the base URL of each service by name
 * @param issuer the OpenID Connect issuer, as it stands in a token's {@code iss}
 * @param publicOrigin the origin under which people reach the suite
 * @param clientId the client the services use among themselves
 * @param clientSecret its secret
 * @param data a folder for files a service must keep
 */
public record Surroundings(Map<String, URI> addresses, URI issuer, URI publicOrigin, String clientId, String clientSecret,
        Path data) {

    /** Keeps its own copy of the addresses. */
    public Surroundings {
        addresses = Map.copyOf(addresses);
    }

    /**
     * {@return its base URL}
     *
     * @param service a service's name
     */
    public String address(String service) {
        URI address = addresses.get(service);
        if (address == null) {
            throw new IllegalArgumentException("no service " + service);
        }
        return address.toString();
    }
}
