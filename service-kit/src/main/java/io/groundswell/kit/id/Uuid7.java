package io.groundswell.kit.id;

import java.util.UUID;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Makes time-ordered identifiers (UUID version 7, RFC 9562), monotone within one process. */
public final class Uuid7 {
    private static final TimeBasedEpochGenerator GENERATOR = new TimeBasedEpochGenerator(null, new ForwardClock());

    private Uuid7() {}

    /**
     * Returns a new identifier that sorts after every one this process made before it, on whichever thread, also when the
     * system's clock is set back.
     */
    public static UUID next() {
        // the generator itself reads its clock before it takes its lock, so two threads could overtake each other
        synchronized (GENERATOR) {
            return GENERATOR.generate();
        }
    }

    /** Stands still where the system's clock is set back: within one millisecond the generator counts up. */
    private static final class ForwardClock extends UUIDClock {
        private long latest;

        @Override
        public long currentTimeMillis() {
            latest = Math.max(latest, super.currentTimeMillis());
            return latest;
        }
    }
}
