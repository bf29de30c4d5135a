package io.groundswell.kit.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem. Carries no stack trace: it is an answer, not a fault, and it is thrown on paths that
 * clients can trigger as often as they like.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final transient List<Map.Entry<String, String>> headers;

    private ProblemException(ProblemType type, @Nullable String detail, List<FieldError> errors,
            List<Map.Entry<String, String>> headers) {
        super(detail, null, false, false);
        this.type = Objects.requireNonNull(type, "type");
        this.errors = List.copyOf(errors);
        this.headers = List.copyOf(headers);
    }

    /** Returns a problem of a kind, with a sentence about this occurrence that may be shown to the client. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), List.of());
    }

    /** Returns a problem of a kind about places in the request. */
    public static ProblemException of(ProblemType type, String detail, List<FieldError> errors) {
        return new ProblemException(type, detail, errors, List.of());
    }

    /** Returns a 404: no such thing in the caller's workspace. */
    public static ProblemException notFound(String what, Object id) {
        return of(ProblemType.NOT_FOUND, "There is no " + what + " " + id + ".");
    }

    /** Returns a 422 that names every rule the request breaks. */
    public static ProblemException validation(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().detail()
                : errors.size() + " values break a rule; see errors.";
        return of(ProblemType.VALIDATION_FAILED, detail, errors);
    }

    /** Returns a 422 about one place in the body; for the path see {@link FieldError#field}. */
    public static ProblemException validation(String path, String code, String detail) {
        return validation(List.of(FieldError.field(path, code, detail)));
    }

    /** Returns a 400 about one query parameter. */
    public static ProblemException parameter(String name, String code, String detail) {
        return of(ProblemType.INVALID_PARAMETER, detail, List.of(FieldError.parameter(name, code, detail)));
    }

    /** Returns a 400 about one request header. */
    public static ProblemException header(String name, String code, String detail) {
        return of(ProblemType.INVALID_HEADER, detail, List.of(FieldError.header(name, code, detail)));
    }

    /** Returns a 409 with the state's reason. */
    public static ProblemException conflict(String detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    /** Returns a 503 that asks the client to come back. */
    public static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return of(ProblemType.SERVICE_UNAVAILABLE, detail).withHeader("Retry-After",
                Integer.toString(retryAfterSeconds));
    }

    /** Returns the same problem whose response also has this header. */
    public ProblemException withHeader(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new ProblemException(type, getMessage(), errors, more);
    }

    /** Returns the kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** Returns the sentence about this occurrence. */
    public @Nullable String detail() {
        return getMessage();
    }

    /** Returns the places that are wrong; empty when the problem is not about places. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Returns the headers of the response, in the order they were added. */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }
}
