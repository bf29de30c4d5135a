package io.groundswell.kit.problem;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Answers what fails outside of REST resources: paths that nobody serves, plain routes, security in front of them. */
@Singleton
public class ProblemRoutes {
    /** After every route of the service, before the server's own last handlers. */
    private static final int LAST_ROUTE = Integer.MAX_VALUE - 1000;
    private static final int LAST_FAILURE_HANDLER = Integer.MAX_VALUE - 500;

    private static final int AFTER_REQUEST_ID = RequestId.FIRST - 1;

    private final Problems problems;

    /** Answers with the same words as REST resources do. */
    public ProblemRoutes(Problems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkUri, AFTER_REQUEST_ID);
    }

    void register(@Observes Router router) {
        router.route().order(LAST_ROUTE).handler(context -> problems.send(Problems.ofStatus(404), context));
        router.route().order(LAST_FAILURE_HANDLER).failureHandler(this::fail);
    }

    /** Stands in for the server's own check, which answers an empty 400 and which the system property
     * {@code vertx.disableURIValidation} turns off wherever a service is started. */
    private void checkUri(RoutingContext context) {
        try {
            new URI(context.request().uri());
        } catch (URISyntaxException e) {
            problems.send(ProblemException.of(ProblemType.BAD_REQUEST,
                    "The address has a character that must be percent-encoded, at position " + e.getIndex() + "."),
                    context);
            return;
        }
        context.next();
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure == null) {
            problems.send(Problems.ofStatus(context.statusCode() >= 400 ? context.statusCode() : 500), context);
        } else if (failure instanceof ForbiddenException) {
            problems.send(Problems.ofStatus(403), context);
        } else if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
            challenge(context);
        } else {
            problems.send(problems.translate(failure, context), context);
        }
    }

    private void challenge(RoutingContext context) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        ProblemException unauthorized = Problems.ofStatus(401);
        if (authenticator == null) {
            problems.send(unauthorized, context);
            return;
        }
        authenticator.getChallenge(context).subscribe().with(challenge -> {
            if (challenge != null) {
                challenge.getHeaders()
                        .forEach((name, value) -> context.response().putHeader(name.toString(), value));
            }
            problems.send(unauthorized, context);
        }, failure -> problems.send(unauthorized, context));
    }
}
