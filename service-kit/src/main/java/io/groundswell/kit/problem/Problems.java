package io.groundswell.kit.problem;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Turns any failure into the problem that the client sees: the one table from exceptions to statuses. Failures of the
 * service itself are logged here with the request's id and reach the client without their reason.
 */
@Singleton
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    /** A restart of the database takes seconds; clients that wait this long usually find it back. */
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE,
            HttpHeaders.RETRY_AFTER, HttpHeaders.ETAG, HttpHeaders.ACCEPT);

    private final ObjectMapper json;

    /** Writes problems with the service's JSON writer. */
    public Problems(ObjectMapper json) {
        this.json = json;
    }

    /** Returns the problem for a failure and logs the failure when it is the service's own. */
    public ProblemException translate(Throwable failure, RoutingContext context) {
        ProblemException problem = translate(failure);
        if (problem.type().status() >= 500 && problem != failure) {
            log(problem, failure, context);
        }
        return problem;
    }

    /** Returns the problem for a failure. */
    static ProblemException translate(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case InvalidValue invalid -> ProblemException.validation(List.of(invalid.toFieldError()));
            case JsonProcessingException malformed -> JsonProblems.of(malformed);
            case WebApplicationException web -> ofWeb(web);
            case CompletionException wrapper when wrapper.getCause() != null -> translate(wrapper.getCause());
            case ExecutionException wrapper when wrapper.getCause() != null -> translate(wrapper.getCause());
            case UncheckedIOException wrapper when wrapper.getCause() != null -> translate(wrapper.getCause());
            default -> Outages.isOutage(failure)
                    ? ProblemException
                            .unavailable("Something that this service needs cannot be reached, or is too slow, at the moment.",
                                    RETRY_AFTER_SECONDS)
                    : ProblemException.of(ProblemType.INTERNAL_ERROR,
                            "The error was logged; quote the requestId when asking for help.");
        };
    }

    /** Failures that the framework found while reading the request wrap the reason that names the place. */
    private static ProblemException ofWeb(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        if (web.getCause() instanceof ProblemException || web.getCause() instanceof InvalidValue
                || web.getCause() instanceof JsonProcessingException) {
            return translate(web.getCause());
        }
        if (status < 400) {
            return ProblemException.of(ProblemType.INTERNAL_ERROR, "The service answered with a status of no error.");
        }
        return withHeaders(ofStatus(status), web.getResponse());
    }

    /** Returns the general problem for a status that the framework decided on. */
    static ProblemException ofStatus(int status) {
        return ProblemException.of(ProblemType.ofStatus(status), switch (status) {
            case 401 -> "Send a valid bearer token in the Authorization header.";
            case 403 -> "The token lacks the scope that this operation needs.";
            case 404 -> "Nothing was found at this path, or it belongs to another workspace.";
            case 405 -> "The Allow header names the methods of this path.";
            case 406 -> "The operation cannot produce any media type of the Accept header.";
            case 413 -> "Send a smaller body.";
            case 415 -> "The operation does not read the media type of the Content-Type header.";
            default -> status < 500 ? "The request could not be understood." : "Try again later.";
        });
    }

    static ProblemException withHeaders(ProblemException problem, Response response) {
        ProblemException result = problem;
        for (String name : KEPT_HEADERS) {
            String value = response.getHeaderString(name);
            result = value == null ? result : result.withHeader(name, value);
        }
        return result;
    }

    /** Returns the document for one request. */
    public Problem document(ProblemException problem, RoutingContext context) {
        ProblemType type = problem.type();
        return new Problem(type.uri(), type.title(), type.status(), problem.detail(), context.request().path(),
                type.code(), RequestId.of(context), problem.errors());
    }

    /** Returns the document as UTF-8, ready to be sent as {@link Problem#MEDIA_TYPE}. */
    public byte[] bytes(ProblemException problem, RoutingContext context) {
        try {
            return json.writeValueAsBytes(document(problem, context));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document consists of text and numbers", e);
        }
    }

    /** Answers a request outside of REST resources. Does nothing when an answer has begun. */
    public void send(ProblemException problem, RoutingContext context) {
        if (context.response().headWritten() || context.response().ended()) {
            return;
        }
        byte[] body = bytes(problem, context);
        context.response().setStatusCode(problem.type().status());
        for (Map.Entry<String, String> header : problem.headers()) {
            context.response().putHeader(header.getKey(), header.getValue());
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).end(
                Buffer.buffer(body));
    }

    private static void log(ProblemException problem, Throwable failure, RoutingContext context) {
        String request = context == null
                ? "a request"
                : context.request().method() + " " + context.request().path() + " [" + RequestId.of(context) + "]";
        if (context.response().closed()) {
            LOG.debugf(failure, "%s: the client hung up", request);
        } else if (problem.type().status() == 503) {
            LOG.warnf("%s: %s: %s", request, problem.detail(), failure);
        } else {
            LOG.errorf(failure, "%s failed", request);
        }
    }
}
