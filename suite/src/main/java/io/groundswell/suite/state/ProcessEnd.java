package io.groundswell.suite.state;

import java.time.Duration;
import java.time.Instant;

/**
 * Waiting for a process to end that need not be a child of this one. The JDK can wait for such a process too, but looks at ever longer intervals, up to seconds.
 */
public final class ProcessEnd {

    private static final Duration POLL = Duration.ofMillis(25);

    private ProcessEnd() {}

    /**
     * Waits until a process has ended.
     *
     * @param process any process
     * @param patience how long to wait
     * @return whether it has; false also when this thread was interrupted
     */
    public static boolean await(ProcessHandle process, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        try {
            while (process.isAlive()) {
                if (Instant.now().isAfter(deadline)) {
                    return false;
                }
                Thread.sleep(POLL);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
