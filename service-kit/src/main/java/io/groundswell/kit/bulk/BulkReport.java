package io.groundswell.kit.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.logging.Logger;

import io.groundswell.kit.workspace.SqlState;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * Reads a body, stores it batch by batch in order and writes the report while the body still arrives. While one batch
 * commits, the next is read and parsed; no more than these two are held in memory.
 */
public final class BulkReport<I> implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(BulkReport.class);
    private static final int BATCH_LINES = 500;
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
    private final List<String> counters;

    /**
     * @param outcomes the outcomes that the summary counts, in their order
     */
    public BulkReport(BulkLines lines, BulkWork<I> work, ObjectWriter json, Class<? extends Enum<?>> outcomes) {
        this.lines = lines;
        this.work = work;
        this.json = json;
        this.counters = Arrays.stream(outcomes.getEnumConstants()).map(BulkReport::counter).toList();
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
            var report = new Report(patient, json, counters);
            try {
                writeOutcomes(report);
                report.end();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (RuntimeException e) {
                LOG.error("A bulk body was cut short", e);
                report.interrupt();
            }
        }
    }

    private void writeOutcomes(Report report) throws IOException {
        CompletableFuture<List<LineOutcome>> committing = CompletableFuture.completedFuture(List.of());
        while (lines.hasNext()) {
            List<BulkWork.Entry<I>> batch = readBatch();
            List<LineOutcome> committed = committing.join();
            committing = save(batch);
            report.acknowledge(committed);
            if (!lines.isNextAtHand()) {
                report.acknowledge(committing.join());
                committing = CompletableFuture.completedFuture(List.of());
            }
        }
        report.acknowledge(committing.join());
    }

    private List<BulkWork.Entry<I>> readBatch() {
        List<BulkWork.Entry<I>> batch = new ArrayList<>(BATCH_LINES);
        long start = lines.bytesRead();
        do {
            batch.addAll(work.read(lines.next()));
        } while (batch.size() < BATCH_LINES && lines.bytesRead() - start < BATCH_BYTES && lines.isNextAtHand()
                && lines.hasNext());
        return batch;
    }

    private CompletableFuture<List<LineOutcome>> save(List<BulkWork.Entry<I>> batch) {
        List<I> items = new ArrayList<>(batch.size());
        for (BulkWork.Entry<I> entry : batch) {
            if (entry instanceof BulkWork.Entry.Item<I>(I item)) {
                items.add(item);
            }
        }
        return Uni.createFrom().deferred(() -> store(items)).map(stored -> inOrder(batch, stored))
                .subscribeAsCompletionStage();
    }

    /** Stores all, or, when the database refuses the content of one, all the others. */
    private Uni<List<LineOutcome>> store(List<I> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return work.store(items)
                .onFailure(BulkReport::isFaultOfContent).recoverWithUni(failure -> storeParts(items, failure));
    }

    private Uni<List<LineOutcome>> storeParts(List<I> items, Throwable failure) {
        if (items.size() == 1) {
            LOG.warnf("The database refused an item that was thought valid: %s", failure.getMessage());
            return Uni.createFrom().item(List.of(work.refused(items.getFirst())));
        }
        int middle = items.size() / 2;
        return store(items.subList(0, middle)).chain(first -> store(items.subList(middle, items.size())).map(second -> {
            List<LineOutcome> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        }));
    }

    private static boolean isFaultOfContent(Throwable failure) {
        String state = SqlState.of(failure);
        return state != null && FAULT_OF_CONTENT.stream().anyMatch(state::startsWith);
    }

    private static <I> List<LineOutcome> inOrder(List<BulkWork.Entry<I>> batch, List<LineOutcome> stored) {
        Iterator<LineOutcome> next = stored.iterator();
        return batch.stream().map(entry -> switch (entry) {
            case BulkWork.Entry.Item<I> _ -> next.next();
            case BulkWork.Entry.Decided<I>(LineOutcome outcome) -> outcome;
        }).toList();
    }

    /** Writes an outcome's name as a member of the summary: {@code NOT_FOUND} becomes {@code notFound}. */
    private static String counter(Enum<?> outcome) {
        StringBuilder name = new StringBuilder();
        for (String word : outcome.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() || word.isEmpty()
                    ? word
                    : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /** The last line of a report whose work could not be finished. */
    private record Interruption(long storedUpToLine, String detail) {}

    /** The lines for the client. Each ends with its line feed, so that a client that reads by the line waits for no other. */
    private static final class Report {
        private final PatientOutput out;
        private final ObjectWriter json;
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private long lastLine;

        Report(PatientOutput out, ObjectWriter json, List<String> counters) {
            this.out = out;
            this.json = json;
            counts.put("items", 0L);
            counters.forEach(counter -> counts.put(counter, 0L));
        }

        void acknowledge(List<LineOutcome> outcomes) throws IOException {
            var written = new ByteArrayOutputStream();
            for (LineOutcome outcome : outcomes) {
                line(outcome, written);
                lastLine = Math.max(lastLine, outcome.line());
                counts.merge("items", 1L, Long::sum);
                counts.merge(counter(outcome.outcome()), 1L, Long::sum);
            }
            out.write(written.toByteArray());
        }

        void end() throws IOException {
            last(Map.of("summary", counts));
        }

        void interrupt() throws IOException {
            last(Map.of("interrupted", new Interruption(lastLine,
                    "Stored up to this line. Send the lines after it again; lines that were stored change nothing.")));
        }

        private void last(Object value) throws IOException {
            var written = new ByteArrayOutputStream();
            line(value, written);
            out.write(written.toByteArray());
        }

        private void line(Object value, ByteArrayOutputStream written) throws IOException {
            written.writeBytes(json.writeValueAsBytes(value));
            written.write('\n');
        }
    }
}
