package io.groundswell.kit.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;

/** The lines for the client. Each ends with its line feed, so that a client that reads by the line waits for no other. */
final class Report {
    private static final int LINE_BYTES = 160;

    private final PatientOutput out;
    private final ObjectWriter json;
    private final List<Enum<?>> outcomes;
    private final Map<Enum<?>, long[]> counts = new HashMap<>();
    private long items;
    private long lastLine;

    /**
     * @param outcomes that the summary counts, in their order
     * @param after the line behind which the report begins
     */
    Report(PatientOutput out, ObjectWriter json, List<Enum<?>> outcomes, long after) {
        this.out = out;
        this.json = json.withRootValueSeparator("\n");
        this.outcomes = outcomes;
        this.lastLine = after;
        outcomes.forEach(outcome -> counts.put(outcome, new long[1]));
    }

    void acknowledge(List<LineOutcome> told) throws IOException {
        write(told);
        for (LineOutcome outcome : told) {
            lastLine = Math.max(lastLine, outcome.line());
            items++;
            counts.computeIfAbsent(outcome.outcome(), _ -> new long[1])[0]++;
        }
    }

    /** Says something that is about no line. */
    void say(String name, Object value) throws IOException {
        write(List.of(Map.of(name, value)));
    }

    void end() throws IOException {
        Map<String, Long> summary = new LinkedHashMap<>();
        summary.put("items", items);
        outcomes.forEach(outcome -> summary.put(counter(outcome), counts.getOrDefault(outcome, new long[1])[0]));
        say("summary", summary);
    }

    /**
     * @param reason a sentence and a space; empty when the sender could make nothing of it
     */
    void interrupt(String reason) throws IOException {
        say("interrupted", new Interruption(lastLine, reason
                + "Stored up to this line. Send the lines after it again; lines that were stored change nothing."));
    }

    private void write(List<?> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        var written = new ByteArrayOutputStream(LINE_BYTES * values.size());
        try (SequenceWriter lines = json.writeValues(written)) {
            for (Object value : values) {
                lines.write(value);
            }
        }
        written.write('\n');
        out.write(written.toByteArray());
    }

    /** Returns an outcome's name as a member of the summary: {@code NOT_FOUND} becomes {@code notFound}. */
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
}
