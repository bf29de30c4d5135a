package io.groundswell.kit.problem;

import java.util.Objects;

/**
 * One thing that is wrong at one place of a request.
 *
 * @param pointer the place: {@code #/kpis/0/target} is an RFC 6901 pointer into the body ({@code #} the whole body),
 *            {@code ?limit} a query parameter, {@code If-Match:} a header
 * @param code stable name in kebab-case, for example {@code required}, {@code unknown-field}, {@code wrong-type}
 * @param detail one sentence for people
 */
public record FieldError(String pointer, String code, String detail) {

    /** Checks that nothing is missing. */
    public FieldError {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * Returns an error at a place in the body.
     *
     * @param path member names and array indexes from the root, not escaped and separated by dots, for example
     *            {@code kpis.0.target}; empty for the whole body
     */
    public static FieldError field(String path, String code, String detail) {
        return new FieldError(JsonPointers.ofPath(path), code, detail);
    }

    /** Returns an error in a query parameter. */
    public static FieldError parameter(String name, String code, String detail) {
        return new FieldError("?" + name, code, detail);
    }

    /** Returns an error in a request header. */
    public static FieldError header(String name, String code, String detail) {
        return new FieldError(name + ":", code, detail);
    }
}
