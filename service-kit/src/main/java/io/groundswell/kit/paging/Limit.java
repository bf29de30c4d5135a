package io.groundswell.kit.paging;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

/**
 * How many items a page may have.
 *
 * @param value 1–100
 */
public record Limit(int value) {
    /** Largest page. */
    public static final int MAX = 100;
    /** What a client gets that does not ask for a size. */
    public static final Limit DEFAULT = new Limit(20);

    /** Checks the range. */
    public Limit {
        if (value < 1 || value > MAX) {
            throw refused(Integer.toString(value));
        }
    }

    /**
     * Reads the query parameter {@code limit}. Named so that a resource method can take a {@code Limit} as its
     * parameter; absent, the parameter is null there: see {@link #orDefault}.
     *
     * @throws ProblemException 400 {@code invalid-parameter} when it is not a whole number within 1–100
     */
    public static Limit fromString(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw refused(text);
        }
        return new Limit(Integer.parseInt(text));
    }

    /** Returns the limit, or the default when the client gave none. */
    public static Limit orDefault(@Nullable Limit limit) {
        return limit == null ? DEFAULT : limit;
    }

    /** Returns how many rows to read: one more than shown, which tells whether there is another page. */
    public int rows() {
        return value + 1;
    }

    private static ProblemException refused(String text) {
        String shown = text.length() > 20 ? text.substring(0, 20) + "…" : text;
        return ProblemException.parameter("limit", "out-of-range",
                "limit must be a whole number from 1 to " + MAX + ", not “" + shown + "”.");
    }
}
