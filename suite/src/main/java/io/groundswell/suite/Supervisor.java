package io.groundswell.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import io.groundswell.suite.process.BackOff;

/** Reports what dies unasked and, if it is meant to, starts it again after growing pauses. */
final class Supervisor {

    private final boolean restarting;
    private final Progress progress;
    private final BooleanSupplier off;
    private final Map<String, BackOff> backOffs = new ConcurrentHashMap<>();

    Supervisor(boolean restarting, Progress progress, BooleanSupplier off) {
        this.restarting = restarting;
        this.progress = progress;
        this.off = off;
    }

    /**
     * Something died unasked.
     *
     * @param name what died
     * @param log where to look for the reason
     * @param restart starts it again and returns when it is ready
     */
    void died(String name, String log, Runnable restart) {
        if (off.getAsBoolean()) {
            return;
        }
        Instant now = Instant.now();
        BackOff backOff = backOffs.merge(name, BackOff.startedAt(now).diedAt(now), (known, _) -> known.diedAt(now));
        if (restarting) {
            progress.warn(name + " stopped unasked (" + log + "). Starting it again in " + backOff.pause().toMillis() / 1000.0
                    + " s.");
            Thread.ofVirtual().name("restart " + name).start(() -> restart(name, backOff.pause(), restart));
        } else {
            progress.warn(name + " stopped unasked (" + log + ").");
        }
    }

    /** A restart that ends in another death is reported by that death; one that is only slow is said here. */
    private void restart(String name, Duration pause, Runnable restart) {
        try {
            Thread.sleep(pause);
            Instant begin = Instant.now();
            backOffs.computeIfPresent(name, (_, known) -> known.restartedAt(begin));
            restart.run();
            progress.done(name, "running again", Duration.between(begin, Instant.now()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SuiteException e) {
            if (!off.getAsBoolean()) {
                progress.warn(String.valueOf(e.getMessage()));
            }
        }
    }
}
