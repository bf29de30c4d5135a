package io.groundswell.kit.bulk;

import org.jspecify.annotations.Nullable;

/** The work on a body cannot go on, for a reason that its sender is told. */
public final class BulkInterruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason a sentence for the report
     */
    public BulkInterruption(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** Returns the one that caused a failure; null when it is a failure of ours. */
    static @Nullable BulkInterruption among(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BulkInterruption interruption) {
                return interruption;
            }
        }
        return null;
    }
}
