package io.groundswell.kit.workspace;

import java.util.Set;

/** Recognises transactions that failed only because of others that ran at the same time: the same work succeeds anew. */
final class Conflicts {
    /** How often work is run again before its failure is the caller's. */
    static final int RETRIES = 4;

    /** Serialization failure and deadlock. */
    private static final Set<String> STATES = Set.of("40001", "40P01");

    private Conflicts() {}

    static boolean isConflict(Throwable failure) {
        return STATES.contains(String.valueOf(SqlState.of(failure)));
    }
}
