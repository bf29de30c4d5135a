package io.groundswell.kit.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Answers what fails in REST resources, and completes error responses that the framework sends without a body. */
@Singleton
public class ProblemMappers {
    private static final MediaType TYPE = MediaType.valueOf(Problem.MEDIA_TYPE);

    private final Problems problems;
    private final CurrentVertxRequest current;

    /** Writes with the service's JSON writer. */
    public ProblemMappers(Problems problems, CurrentVertxRequest current) {
        this.problems = problems;
        this.current = current;
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem, RoutingContext context) {
        return respond(problem, context);
    }

    @ServerExceptionMapper
    Response wrongJson(MismatchedInputException failure, RoutingContext context) {
        return respond(problems.translate(failure, context), context);
    }

    @ServerExceptionMapper
    Response methodNotAllowed(NotAllowedException failure, RoutingContext context) {
        ProblemException problem = problems.translate(failure, context);
        String allow = AllowedMethods.of(context.normalizedPath());
        return respond(allow.isEmpty() ? problem : problem.withHeader(HttpHeaders.ALLOW, allow), context);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, RoutingContext context) {
        return respond(problems.translate(failure, context), context);
    }

    @ServerExceptionMapper
    Response anything(Throwable failure, RoutingContext context) {
        return respond(problems.translate(failure, context), context);
    }

    @ServerResponseFilter
    void complete(ContainerRequestContext request, ContainerResponseContext response) {
        boolean problem = response.getMediaType() != null && TYPE.isCompatible(response.getMediaType());
        RoutingContext context = current.getCurrent();
        if (response.getStatus() >= 400 && !problem && context != null) {
            response.setEntity(problems.bytes(Problems.ofStatus(response.getStatus()), context), null, TYPE);
        }
    }

    private Response respond(ProblemException problem, RoutingContext context) {
        Response.ResponseBuilder response = Response.status(problem.type().status()).type(TYPE)
                .entity(problems.bytes(problem, context));
        problem.headers().forEach(header -> response.header(header.getKey(), header.getValue()));
        return response.build();
    }
}
