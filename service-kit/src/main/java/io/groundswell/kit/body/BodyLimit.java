package io.groundswell.kit.body;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.problem.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * How large a request body may be that is read whole. A body that says its length is refused before any of it is read;
 * one that comes in chunks is refused by {@link WholeBody} where it passes the limit.
 */
@Singleton
public class BodyLimit {
    /** Media types that are read line by line. */
    private static final Set<String> BULK = Set.of("application/x-ndjson", "text/csv");
    /** After authentication (200 there), so that a stranger learns nothing but that. */
    private static final int AFTER_AUTHENTICATION = 100;
    /** Larger remainders are not worth reading only to keep the connection. */
    static final long MAX_DRAINED_BYTES = 16L * 1024 * 1024;

    private final long maxBytes;
    private final Problems problems;

    /** Takes the limit from {@code groundswell.max-body}, for example {@code 1M}. */
    public BodyLimit(@ConfigProperty(name = "groundswell.max-body", defaultValue = "1M") MemorySize maxBody,
            Problems problems) {
        this.maxBytes = maxBody.asLongValue();
        this.problems = problems;
    }

    /** Returns the limit in bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkLength, AFTER_AUTHENTICATION);
    }

    private void checkLength(RoutingContext context) {
        long length = declaredLength(context);
        if (length <= maxBytes || isBulk(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            context.next();
            return;
        }
        boolean wontCome = context.request().getHeader(HttpHeaders.EXPECT) != null;
        if (wontCome || length > MAX_DRAINED_BYTES) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.send(tooLarge(), context);
        } else {
            // a client that is still writing would lose the answer with the connection, so the rest is read first
            context.request().endHandler(done -> problems.send(tooLarge(), context)).resume();
        }
    }

    private static long declaredLength(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    static boolean isBulk(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return BULK.contains(type.strip().toLowerCase(Locale.ROOT));
    }

    ProblemException tooLarge() {
        return ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE,
                "The body may have " + maxBytes + " bytes; send less, or use an operation that reads line by line.");
    }
}
