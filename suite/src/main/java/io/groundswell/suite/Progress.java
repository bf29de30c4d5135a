package io.groundswell.suite;

import java.time.Duration;

/** Hears what the suite is doing, as it happens; called from several threads. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = new Progress() {

        @Override
        public void working(String what) {}

        @Override
        public void done(String what, String detail, Duration took) {}

        @Override
        public void warn(String message) {}
    };

    /**
     * A step has begun.
     *
     * @param what the step
     */
    void working(String what);

    /**
     * A part is ready.
     *
     * @param what the part
     * @param detail where it is, or what was found
     * @param took how long it took
     */
    void done(String what, String detail, Duration took);

    /**
     * Something happened that a person should know of.
     *
     * @param message one sentence
     */
    void warn(String message);
}
