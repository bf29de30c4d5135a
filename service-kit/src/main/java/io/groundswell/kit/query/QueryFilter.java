package io.groundswell.kit.query;

import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Checks the query of every request to a resource before anything is read or converted. */
@Singleton
public class QueryFilter {
    private final ConcurrentMap<Method, QueryShape> shapes = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        Method method = operation.getResourceMethod();
        if (method != null) {
            shapes.computeIfAbsent(method, QueryShape::of).check(request.getUriInfo().getQueryParameters());
        }
    }
}
