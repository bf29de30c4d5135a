package io.groundswell.kit.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.SqlState;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * Reads a body, stores it batch by batch in order and writes the report while the body still arrives. While one batch
 * commits, the next is read and parsed; no more than these two are held in memory.
 */
public final class BulkReport<I> implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(BulkReport.class);
    /** Bounds the memory for long lines: a batch ends early with the line that passes it. */
    private static final long BATCH_BYTES = 4L << 20;
    /**
     * SQLSTATE classes 22 (data exception), 23 (constraint), 21 (an item comes twice in one statement) and 54 (a value does
     * not fit an index): the content's fault, so the rest of the batch can be saved.
     */
    private static final List<String> FAULT_OF_CONTENT = List.of("22", "23", "21", "54");

    private final BulkLines lines;
    private final BulkWork<I> work;
    private final ObjectWriter json;
    private final List<Enum<?>> outcomes;
    private final BodyDigest digest = new BodyDigest();
    private final Map<String, Object> opening = new LinkedHashMap<>();
    private long resumedAfter;

    /**
     * @param outcomes the outcomes that the summary counts, in their order
     */
    public BulkReport(BulkLines lines, BulkWork<I> work, ObjectWriter json, Class<? extends Enum<?>> outcomes) {
        this.lines = lines;
        this.work = work;
        this.json = json;
        this.outcomes = List.copyOf(Arrays.asList(outcomes.getEnumConstants()));
    }

    /** Has the report begin with a line of this one member, after those that were given before. */
    public BulkReport<I> beginningWith(String name, Object value) {
        opening.put(name, value);
        return this;
    }

    /**
     * Passes over the lines of a body that was sent before and is stored up to a place. Blocks until they have come.
     *
     * @return whether the body begins with the lines that are stored; when it does not, nothing must be made of it
     */
    public boolean resumeAfter(BulkPlace stored) {
        long last = 0;
        while (last < stored.line() && lines.hasNext()) {
            last = digest(lines.next());
        }
        resumedAfter = stored.line();
        return digest.place().equals(stored);
    }

    /**
     * Writes one line per outcome and finally the summary; when the work cannot go on, a line that says up to where the
     * body is stored.
     *
     * @throws IOException when the body breaks off or the client takes no more; the batch in hand is stored all the same
     */
    @Override
    public void write(OutputStream out) throws IOException {
        try (PatientOutput patient = new PatientOutput(out)) {
            var report = new Report(patient, json, outcomes, resumedAfter);
            try {
                for (Map.Entry<String, Object> one : opening.entrySet()) {
                    report.say(one.getKey(), one.getValue());
                }
                writeOutcomes(report);
                work.finish(digest.place()).subscribeAsCompletionStage().join();
                report.end();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (RuntimeException e) {
                interrupt(report, e);
            }
        }
    }

    private static void interrupt(Report report, RuntimeException failure) throws IOException {
        BulkInterruption known = BulkInterruption.among(failure);
        if (known == null) {
            LOG.error("A bulk body was cut short", failure);
            report.interrupt("");
        } else {
            LOG.infof("A bulk body was cut short: %s", known.reason());
            report.interrupt(known.reason() + " ");
        }
    }

    private void writeOutcomes(Report report) throws IOException {
        CompletableFuture<List<LineOutcome>> committing = CompletableFuture.completedFuture(List.of());
        while (lines.hasNext()) {
            List<BulkWork.Entry<I>> batch = readBatch();
            BulkPlace end = digest.place();
            List<LineOutcome> committed = committing.join();
            committing = save(batch, end);
            report.acknowledge(committed);
            if (!lines.isNextAtHand()) {
                report.acknowledge(committing.join());
                committing = CompletableFuture.completedFuture(List.of());
            }
        }
        report.acknowledge(committing.join());
    }

    private List<BulkWork.Entry<I>> readBatch() {
        int most = work.batchLines();
        List<BulkWork.Entry<I>> batch = new ArrayList<>(most);
        long start = lines.bytesRead();
        do {
            BulkLine line = lines.next();
            digest(line);
            batch.addAll(work.read(line));
        } while (batch.size() < most && lines.bytesRead() - start < BATCH_BYTES && lines.isNextAtHand()
                && lines.hasNext());
        return batch;
    }

    private long digest(BulkLine line) {
        digest.add(line.number(), lines.checksum());
        return line.number();
    }

    private CompletableFuture<List<LineOutcome>> save(List<BulkWork.Entry<I>> batch, BulkPlace end) {
        List<I> items = new ArrayList<>(batch.size());
        List<LineOutcome> decided = new ArrayList<>();
        for (BulkWork.Entry<I> entry : batch) {
            switch (entry) {
                case BulkWork.Entry.Item<I>(I item) -> items.add(item);
                case BulkWork.Entry.Decided<I>(LineOutcome outcome) -> decided.add(outcome);
            }
        }
        return Uni.createFrom().deferred(() -> store(items, decided, end)).map(stored -> inOrder(batch, stored))
                .subscribeAsCompletionStage();
    }

    /**
     * Stores all, or, when the database refuses the content of one, all the others.
     *
     * @param end null for a part behind which others follow
     */
    private Uni<List<LineOutcome>> store(List<I> items, List<LineOutcome> decided, @Nullable BulkPlace end) {
        return work.store(new BulkBatch<>(items, decided, end)).onFailure(BulkReport::isFaultOfContent)
                .recoverWithUni(failure -> storeParts(items, decided, end, failure));
    }

    private Uni<List<LineOutcome>> storeParts(List<I> items, List<LineOutcome> decided, @Nullable BulkPlace end,
            Throwable failure) {
        if (items.isEmpty()) {
            return Uni.createFrom().failure(failure);
        }
        if (items.size() == 1) {
            LOG.warnf("The database refused an item that was thought valid: %s", failure.getMessage());
            List<LineOutcome> refused = List.of(work.refused(items.getFirst()));
            return end == null
                    ? Uni.createFrom().item(refused)
                    : work.store(new BulkBatch<>(List.of(), join(decided, refused), end)).replaceWith(refused);
        }
        int middle = items.size() / 2;
        return store(items.subList(0, middle), List.of(), null)
                .chain(first -> store(items.subList(middle, items.size()), decided, end).map(second -> join(first, second)));
    }

    private static List<LineOutcome> join(List<LineOutcome> first, List<LineOutcome> second) {
        List<LineOutcome> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static boolean isFaultOfContent(Throwable failure) {
        String state = SqlState.of(failure);
        return state != null && FAULT_OF_CONTENT.stream().anyMatch(state::startsWith);
    }

    private static <I> List<LineOutcome> inOrder(List<BulkWork.Entry<I>> batch, List<LineOutcome> stored) {
        Iterator<LineOutcome> next = stored.iterator();
        List<LineOutcome> all = new ArrayList<>(batch.size());
        for (BulkWork.Entry<I> entry : batch) {
            all.add(switch (entry) {
                case BulkWork.Entry.Item<I> _ -> next.next();
                case BulkWork.Entry.Decided<I>(LineOutcome outcome) -> outcome;
            });
        }
        return all;
    }
}
