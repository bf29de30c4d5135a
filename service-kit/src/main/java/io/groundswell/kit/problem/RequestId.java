package io.groundswell.kit.problem;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * The name of one request in logs, problems and upstream calls. A client's {@code X-Request-Id} is taken over when it is
 * harmless to log, otherwise a UUIDv7 is made. Every response repeats it.
 */
@Singleton
public class RequestId {
    /** Header of request and response. */
    public static final String HEADER = "X-Request-Id";
    /** Name of the request id among the values that a log line may show. */
    public static final String LOG_KEY = "requestId";

    /** Runs before everything that could answer, authentication and upload limits included. */
    static final int FIRST = 100_000;
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    void register(@Observes Filters filters) {
        filters.register(RequestId::name, FIRST);
    }

    private static void name(RoutingContext context) {
        String id = of(context);
        MDC.put(LOG_KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }

    /** Returns the id of a request. */
    public static String of(RoutingContext context) {
        String known = context.get(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        String id = choose(context.request().getHeader(HEADER));
        context.put(ATTRIBUTE, id);
        return id;
    }

    static String choose(@Nullable String proposed) {
        return proposed != null && SAFE.matcher(proposed).matches() ? proposed : Uuid7.next().toString();
    }
}
