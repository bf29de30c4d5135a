package io.groundswell.kit.problem;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A kind of error that clients can tell apart by its code. Codes are part of the public contract: once published, a code
 * keeps its meaning and its status. The catalogue for readers is {@code docs/api/problems.md}.
 *
 * @param code stable name in kebab-case, for example {@code not-found}
 * @param status HTTP status, 400–599
 * @param title one short sentence that is the same for every occurrence
 */
public record ProblemType(String code, int status, String title) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** The request cannot be understood as HTTP or as what the operation takes. */
    public static final ProblemType BAD_REQUEST = new ProblemType("bad-request", 400, "The request is not valid");
    /** The body is not well-formed in its format: broken JSON or broken UTF-8. */
    public static final ProblemType MALFORMED_JSON = new ProblemType("malformed-json", 400,
            "The request body is not well-formed JSON");
    /** The operation needs a body and none came. */
    public static final ProblemType MISSING_BODY = new ProblemType("missing-body", 400, "The request body is missing");
    /** The query names a parameter that the operation does not have. */
    public static final ProblemType UNKNOWN_PARAMETER = new ProblemType("unknown-parameter", 400,
            "The query has a parameter that this operation does not know");
    /** A query parameter has a value that the operation cannot read, or comes twice. */
    public static final ProblemType INVALID_PARAMETER = new ProblemType("invalid-parameter", 400,
            "A query parameter has a value that is not allowed");
    /** A header has a value that the operation cannot read. */
    public static final ProblemType INVALID_HEADER = new ProblemType("invalid-header", 400,
            "A request header has a value that is not allowed");
    /** The cursor was not issued for this list with these filters. */
    public static final ProblemType INVALID_CURSOR = new ProblemType("invalid-cursor", 400,
            "The cursor does not belong to this list");
    /** The request carries no valid credentials. */
    public static final ProblemType UNAUTHORIZED = new ProblemType("unauthorized", 401,
            "Valid credentials are needed");
    /** The credentials do not permit the operation. */
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403,
            "The credentials do not permit this operation");
    /** Nothing is there, or it belongs to another workspace. */
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is nothing at this address");
    /** The address exists, with other methods. */
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType("method-not-allowed", 405,
            "This address does not support the method");
    /** The client accepts no media type that the operation can produce. */
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406,
            "None of the accepted media types can be produced");
    /** The request conflicts with the state of the resource. */
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409,
            "The request conflicts with the current state");
    /** A request with the same idempotency key is still running. */
    public static final ProblemType IDEMPOTENCY_KEY_IN_USE = new ProblemType("idempotency-key-in-use", 409,
            "A request with this idempotency key is still running");
    /** The resource has changed since the client read it. */
    public static final ProblemType PRECONDITION_FAILED = new ProblemType("precondition-failed", 412,
            "The resource has changed since it was read");
    /** The body is larger than the operation takes. */
    public static final ProblemType PAYLOAD_TOO_LARGE = new ProblemType("payload-too-large", 413,
            "The request body is too large");
    /** The body's media type or charset is not one the operation reads. */
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType("unsupported-media-type", 415,
            "The media type of the request body is not supported");
    /** The body is well-formed, but its content breaks rules; {@code errors} names each place. */
    public static final ProblemType VALIDATION_FAILED = new ProblemType("validation-failed", 422,
            "The request breaks one or more rules");
    /** The idempotency key was used before with another request. */
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = new ProblemType("idempotency-key-reused", 422,
            "The idempotency key was used before with another request");
    /** A change needs an {@code If-Match} header. */
    public static final ProblemType PRECONDITION_REQUIRED = new ProblemType("precondition-required", 428,
            "The request must say which version it changes");
    /** The client sends faster than it may. */
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", 429,
            "Too many requests in a given time");
    /** An error of the service itself. */
    public static final ProblemType INTERNAL_ERROR = new ProblemType("internal-error", 500,
            "The service failed to answer");
    /** Another service that this one asked answered with an error. */
    public static final ProblemType BAD_GATEWAY = new ProblemType("bad-gateway", 502,
            "A service behind this one answered with an error");
    /** Something that the service needs cannot be reached at the moment. */
    public static final ProblemType SERVICE_UNAVAILABLE = new ProblemType("service-unavailable", 503,
            "The service cannot answer at the moment");
    /** Another service that this one asked did not answer in time. */
    public static final ProblemType GATEWAY_TIMEOUT = new ProblemType("gateway-timeout", 504,
            "A service behind this one did not answer in time");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when the code is not kebab-case or the status is not that of an error
     */
    public ProblemType {
        Objects.requireNonNull(title, "title");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("code must be kebab-case: " + code);
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be within 400–599: " + status);
        }
    }

    /** Returns the reference that identifies this type in a problem document: {@code /problems/{code}}. */
    public URI uri() {
        return URI.create("/problems/" + code);
    }

    /** Returns the general type for a status that the server, not a use case, decided on. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> VALIDATION_FAILED;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 500 -> INTERNAL_ERROR;
            case 502 -> BAD_GATEWAY;
            case 503 -> SERVICE_UNAVAILABLE;
            case 504 -> GATEWAY_TIMEOUT;
            default -> status >= 400 && status < 500
                    ? new ProblemType("http-" + status, status, "The request is not valid")
                    : new ProblemType("http-" + status, status, "The service failed to answer");
        };
    }
}
