package io.groundswell.kit.location;

import java.net.URI;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells where something was created by its path. The framework would add the name by which this service was called, which is
 * one behind the gateway that no client can reach.
 */
@Singleton
public class CreatedLocation {

    @ServerResponseFilter
    void shorten(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        Object location = headers.getFirst(HttpHeaders.LOCATION);
        if (response.getStatus() == Status.CREATED.getStatusCode() && location != null) {
            headers.putSingle(HttpHeaders.LOCATION, URI.create(location.toString()).getRawPath());
        }
    }
}
