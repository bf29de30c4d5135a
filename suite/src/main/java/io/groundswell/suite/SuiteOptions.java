package io.groundswell.suite;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How to start a suite.
 *
 * @param checkout the root of the checkout, with the built modules
 * @param state the folder that keeps data, secrets and logs; null for a temporary one that is deleted at the end
 * @param ports where everything listens
 * @param supervised whether a process that dies unasked is started again
 * @param startCaches what to do about start-up caches
 */
public record SuiteOptions(Path checkout, @Nullable Path state, Ports ports, boolean supervised, StartCaches startCaches) {

    /** What to do about the caches that make a service start faster. */
    public enum StartCaches {
        /** Use those that fit the build, start plainly without. */
        USE,
        /** Record those that do not fit; they are written when the services stop, which then takes some seconds each. */
        RECORD
    }

    /** Makes the paths absolute, because services run in other folders. */
    public SuiteOptions {
        checkout = checkout.toAbsolutePath().normalize();
        state = state == null ? null : state.toAbsolutePath().normalize();
    }

    /**
     * {@return a suite on free ports in a temporary folder, deleted at the end, whose dead processes stay dead: what a test wants}
     *
     * @param checkout the root of the checkout
     */
    public static SuiteOptions ephemeral(Path checkout) {
        return new SuiteOptions(checkout, null, Ports.free(), false, StartCaches.USE);
    }

    /**
     * {@return the suite of a checkout, with its data kept in {@code .groundswell}}
     *
     * @param checkout the root of the checkout
     * @param firstPort the gateway's port
     */
    public static SuiteOptions kept(Path checkout, int firstPort) {
        return new SuiteOptions(checkout, checkout.resolve(".groundswell"), Ports.from(firstPort), true, StartCaches.USE);
    }

    /**
     * {@return the same with that}
     *
     * @param value whether a process that dies unasked is started again
     */
    public SuiteOptions withSupervised(boolean value) {
        return new SuiteOptions(checkout, state, ports, value, startCaches);
    }

    /**
     * {@return the same with that}
     *
     * @param value where everything listens
     */
    public SuiteOptions withPorts(Ports value) {
        return new SuiteOptions(checkout, state, value, supervised, startCaches);
    }

    /**
     * {@return the same with that}
     *
     * @param value the new folder
     */
    public SuiteOptions withState(Path value) {
        return new SuiteOptions(checkout, value, ports, supervised, startCaches);
    }

    /**
     * {@return the same with that}
     *
     * @param value what to do about start-up caches
     */
    public SuiteOptions withStartCaches(StartCaches value) {
        return new SuiteOptions(checkout, state, ports, supervised, value);
    }
}
