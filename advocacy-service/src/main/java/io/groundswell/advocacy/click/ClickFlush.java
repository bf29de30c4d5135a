package io.groundswell.advocacy.click;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.advocacy.click.ClickStore.Judged;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Moves clicks from the journal to the database, on a thread of its own. While the database cannot be reached the journal
 * is left alone and grows in few large segments.
 */
@ApplicationScoped
class ClickFlush {
    static final int STOPS = 100;
    private static final Logger LOG = Logger.getLogger(ClickFlush.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(15);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);
    private static final int BATCH = 2_000;
    private static final long LARGE_SEGMENT = 16L * 1024 * 1024;

    private final ClickRecorder recorder;
    private final ClickStore store;
    private final VisitorSalts salts;
    private final Thread thread = Thread.ofPlatform().name("click-flush").daemon().unstarted(this::run);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Robots robots;
    private Duration pause = PAUSE;
    private long nextHousekeeping = System.nanoTime();

    ClickFlush(ClickRecorder recorder, ClickStore store, VisitorSalts salts) {
        this.recorder = recorder;
        this.store = store;
        this.salts = salts;
    }

    void start(@Observes @Priority(ClickRecorder.OPENS + 100) StartupEvent event) {
        if (recorder.journal() != null) {
            thread.start();
        }
    }

    /** Stores what can be stored at once; the rest waits in the journal for the next process. */
    void stop(@Observes @Priority(STOPS) ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(LONGEST_PAUSE);
    }

    private void run() {
        try {
            do {
                step();
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
            step();
        } catch (InterruptedException e) {
            LOG.warn("Interrupted: clicks stay in the journal");
        }
    }

    private void step() {
        ClickJournal journal = recorder.journal();
        try {
            if (journal != null) {
                keepHouse();
                flush(journal);
            }
            if (pause.compareTo(PAUSE) > 0) {
                LOG.info("Clicks are stored again");
            }
            pause = PAUSE;
        } catch (IOException | RuntimeException e) {
            if (pause.equals(PAUSE)) {
                LOG.warnf("Clicks stay in the journal until they can be stored: %s", e);
            }
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        }
    }

    /** Stores all clicks that were written down before the call. */
    void flush(ClickJournal journal) throws IOException {
        if (journal.activeBytes() > LARGE_SEGMENT) {
            journal.seal();
        }
        // What lies there first: while it cannot be stored, nothing more is sealed and segments stay few.
        flushSealed(journal);
        journal.seal();
        flushSealed(journal);
    }

    private void flushSealed(ClickJournal journal) throws IOException {
        for (Path segment : journal.sealed()) {
            flush(segment);
            journal.remove(segment);
        }
    }

    private void flush(Path segment) throws IOException {
        try (SegmentReader reader = new SegmentReader(segment)) {
            for (List<Click> clicks = reader.next(BATCH); !clicks.isEmpty(); clicks = reader.next(BATCH)) {
                store(clicks);
            }
            if (reader.tornBytes() > 0) {
                LOG.warnf("%s ends in %d bytes that are no click: the process that wrote it was killed", segment,
                        reader.tornBytes());
            }
        }
    }

    private void store(List<Click> clicks) {
        Map<String, List<Judged>> byWorkspace = clicks.stream()
                .map(click -> new Judged(click, robots().isRobot(click.userAgent())))
                .collect(Collectors.groupingBy(judged -> judged.click().workspace()));
        byWorkspace.forEach((workspace, judged) -> store.store(new Workspace(workspace), judged)
                .await().atMost(LONGEST_STEP));
    }

    /** Made with the first click, because reading the rules takes a moment that start-up is better without. */
    private Robots robots() {
        Robots known = robots;
        if (known == null) {
            known = new Robots();
            robots = known;
        }
        return known;
    }

    /** At the start and then now and again: tomorrow's salt is known long before midnight, expired clicks leave in steps. */
    private void keepHouse() {
        if (System.nanoTime() - nextHousekeeping < 0) {
            return;
        }
        try {
            salts.agree().await().atMost(LONGEST_STEP);
            if (!store.expire().await().atMost(LONGEST_STEP)) {
                nextHousekeeping = System.nanoTime() + HOUSEKEEPING.toNanos();
            }
        } catch (RuntimeException e) {
            // Clicks are stored all the same, under salts that this process has.
            LOG.warnf("Salts and expired clicks are as they were, next try in %d s: %s", LONGEST_PAUSE.toSeconds(), e);
            nextHousekeeping = System.nanoTime() + LONGEST_PAUSE.toNanos();
        }
    }
}
