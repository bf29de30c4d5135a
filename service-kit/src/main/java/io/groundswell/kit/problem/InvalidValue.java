package io.groundswell.kit.problem;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A value that a record or aggregate refuses. Thrown in a compact constructor while JSON is being bound, it becomes a 422
 * {@code validation-failed} whose pointer is the place of the refused object plus {@link #field()}; thrown anywhere else
 * in a request, the pointer is {@link #field()} from the root of the body.
 */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    /**
     * Refuses a value.
     *
     * @param field the member of the object that throws, as the client wrote it ({@code endsAt}, {@code hashtags.0});
     *            empty for the object as a whole
     * @param code stable name in kebab-case, for example {@code required} or {@code out-of-range}
     * @param detail one sentence for people, without internals; it is sent to the client
     */
    public InvalidValue(String field, String code, String detail) {
        super(detail);
        this.field = Objects.requireNonNull(field, "field");
        this.code = Objects.requireNonNull(code, "code");
    }

    /** Returns the member that is wrong, dotted when it lies deeper. */
    public String field() {
        return field;
    }

    /** Returns the stable name of what is wrong. */
    public String code() {
        return code;
    }

    /** Returns the sentence for people. */
    public String detail() {
        return Objects.requireNonNullElse(getMessage(), code);
    }

    /** Returns this as an error from the root of the body. */
    public FieldError toFieldError() {
        return FieldError.field(field, code, detail());
    }

    /** Returns the value, or refuses it as {@code required} when it is missing. */
    public static <T> T require(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidValue(field, "required", field + " is required.");
        }
        return value;
    }
}
