package io.groundswell.kit.problem;

import java.util.SortedSet;
import java.util.TreeSet;

import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;

/** Finds the methods of a path, which RFC 9110 §15.5.6 asks for in a 405 and the framework leaves out. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** Returns the value of {@code Allow}; empty when no resource has the path. */
    static String of(String path) {
        Deployment deployment = ResteasyReactiveRecorder.getCurrentDeployment();
        if (deployment == null) {
            return "";
        }
        SortedSet<String> methods = new TreeSet<>();
        RequestMapper<RestInitialHandler.InitialMatch> classes = new RequestMapper<>(deployment.getClassMappers());
        RequestMapper.RequestMatch<RestInitialHandler.InitialMatch> match = classes.map(path);
        while (match != null) {
            String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    routing.getMappers().forEach((method, mapper) -> {
                        if (method != null && mapper.map(remaining) != null) {
                            methods.add(method);
                        }
                    });
                }
            }
            match = classes.continueMatching(path, match);
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return String.join(", ", methods);
    }
}
