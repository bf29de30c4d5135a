package io.groundswell.kit.bulk;

/** What became of one line, or of one item within it; written to the caller as one line of the report. */
public interface LineOutcome {
    /** Number of the line in the body. */
    long line();

    /** Counted in the summary under its name in camel case. */
    Enum<?> outcome();
}
