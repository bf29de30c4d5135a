package io.groundswell.kit.problem;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What the client gets instead of a success: a problem document after RFC 9457.
 *
 * @param type reference that identifies the kind of problem, {@code /problems/{code}}
 * @param title the kind in one sentence; the same for every occurrence
 * @param status HTTP status of the response
 * @param detail this occurrence in a sentence for people
 * @param instance path of the request
 * @param code stable name of the kind, for programs
 * @param requestId value of the response's {@code X-Request-Id}; quote it when asking for help
 * @param errors every place that is wrong, when the problem is about places in the request
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "requestId", "errors"})
public record Problem(URI type, String title, int status, @Nullable String detail, @Nullable String instance,
        String code, @Nullable String requestId, List<FieldError> errors) {
    /** Media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Keeps an unchangeable copy of the errors. */
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(code, "code");
        errors = List.copyOf(errors);
    }
}
