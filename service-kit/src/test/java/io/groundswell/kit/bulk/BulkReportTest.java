package io.groundswell.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class BulkReportTest {
    private static final ObjectMapper JSON = NdjsonLinesTest.strict();

    @Test
    void outcomesComeInOrderWithASummaryThatAddsUp() throws IOException {
        // Given
        var store = new RecordingStore(_ -> null);
        String body = IntStream.rangeClosed(1, 1203).mapToObj(i -> i % 10 == 0 ? "broken" : "{\"n\":" + i + "}")
                .collect(Collectors.joining("\n"));

        // When
        List<JsonNode> report = report(body, store);

        // Then
        assertEquals(LongStream.rangeClosed(1, 1203).boxed().toList(),
                report.stream().limit(1203).map(line -> line.path("line").asLong()).toList());
        assertEquals("{\"summary\":{\"items\":1203,\"storedWell\":1083,\"rejected\":120}}", report.getLast().toString());
        assertEquals(1204, report.size());
    }

    @Test
    void batchesHaveFiveHundredLinesAndAreStoredOneAfterTheOther() throws IOException {
        // Given
        var store = new RecordingStore(_ -> null);

        // When
        report(lines(1, 1203), store);

        // Then
        assertEquals(List.of(500, 500, 203), store.batches.stream().map(List::size).toList());
        assertEquals(1, store.mostAtOnce, "the later of two lines about one thing must win");
    }

    @Test
    void anItemThatTheDatabaseRefusesIsIsolated() throws IOException {
        for (String state : List.of("22021", "23514", "21000", "54000")) {
            // Given
            var store = new RecordingStore(item -> item == 137 || item == 400 ? refusal(state) : null);

            // When
            List<JsonNode> report = report(lines(1, 500), store);

            // Then
            assertEquals(List.of(137L, 400L), report.stream().filter(line -> line.path("outcome").asText().equals("REJECTED"))
                    .map(line -> line.path("line").asLong()).toList());
            assertEquals("{\"summary\":{\"items\":500,\"storedWell\":498,\"rejected\":2}}", report.getLast().toString());
            assertTrue(store.batches.size() < 40, "found by halving, not one by one: " + store.batches.size());
        }
    }

    @Test
    void aRefusalIsRecognisedBelowWhatTheObjectMapperWrapsItIn() throws IOException {
        // Given
        var store = new RecordingStore(item -> item == 2 ? new IllegalStateException(refusal("23505")) : null);

        // When
        List<JsonNode> report = report(lines(1, 3), store);

        // Then
        assertEquals("{\"summary\":{\"items\":3,\"storedWell\":2,\"rejected\":1}}", report.getLast().toString());
    }

    @Test
    void anOutageEndsTheReportWithTheLastLineThatIsStored() throws IOException {
        // Given
        var store = new RecordingStore(item -> item == 1200 ? refusal("57P01") : null);

        // When
        List<JsonNode> report = report(lines(1, 2000), store);

        // Then
        assertEquals(1000, report.getLast().path("interrupted").path("storedUpToLine").asLong());
        assertEquals(1001, report.size());
        assertEquals(List.of(500, 500, 500), store.batches.stream().map(List::size).toList(), "nothing after the outage");
    }

    @Test
    void aStoreThatThrowsInterruptsLikeOneThatFails() throws IOException {
        // Given
        var store = new RecordingStore(_ -> null) {
            @Override
            public Uni<List<LineOutcome>> store(List<Long> batch) {
                throw new IllegalStateException("no connection");
            }
        };

        // When
        List<JsonNode> report = report(lines(1, 3), store);

        // Then
        assertEquals(
                "[{\"interrupted\":{\"storedUpToLine\":0,\"detail\":\"Stored up to this line. Send the lines after it again; "
                        + "lines that were stored change nothing.\"}}]",
                report.toString());
    }

    @Test
    void aReasonThatTheSenderCanUseIsTold() throws IOException {
        // Given
        var store = new RecordingStore(item -> item == 2 ? new BulkInterruption("Another one is at it.") : null);

        // When
        List<JsonNode> report = report(lines(1, 3), store);

        // Then
        assertEquals("Another one is at it. Stored up to this line. Send the lines after it again; "
                + "lines that were stored change nothing.", report.getLast().path("interrupted").path("detail").asText());
    }

    @Test
    void aBodyThatBreaksOffLeavesNoSummary() {
        // Given
        var out = new ByteArrayOutputStream();
        InputStream body = new SequenceInputStream(stream(lines(1, 3) + "{\"n\":"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketException("Connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
        var report = new BulkReport<>(BulkFormat.NDJSON.read(body, JSON), new RecordingStore(_ -> null), JSON.writer(),
                Kind.class);

        // When
        var failure = assertThrows(IOException.class, () -> report.write(out));

        // Then
        assertEquals("Connection reset", failure.getMessage());
        assertTrue(!out.toString(StandardCharsets.UTF_8).contains("summary"), "the client must not take it for complete");
    }

    @Test
    void anEmptyBodyHasASummaryOnly() throws IOException {
        // When
        List<JsonNode> report = report("\n \r\n", new RecordingStore(_ -> null));

        // Then
        assertEquals("[{\"summary\":{\"items\":0,\"storedWell\":0,\"rejected\":0}}]", report.toString());
    }

    @Test
    void linesOfAPausingClientAreAcknowledgedBeforeTheNextAreWaitedFor() throws IOException {
        // Given
        var out = new ByteArrayOutputStream();
        var body = new PacketStream(lines(1, 3) + "{\"n\":", "4}\n");
        var waiting = new InputStream() {
            private int reports;

            @Override
            public int available() {
                return body.available();
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException("bodies are read in blocks");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (body.available() == 0 && reports == 0) {
                    long deadline = System.nanoTime() + 5_000_000_000L;
                    while (reports < 3 && System.nanoTime() < deadline) {
                        reports = out.toString(StandardCharsets.UTF_8).split("\n", -1).length - 1;
                        Thread.onSpinWait();
                    }
                    body.arrive();
                }
                return body.read(buffer, offset, length);
            }
        };

        // When
        new BulkReport<>(BulkFormat.NDJSON.read(waiting, JSON), new RecordingStore(_ -> null), JSON.writer(), Kind.class)
                .write(out);

        // Then
        assertEquals(3, waiting.reports, "whole lines that the client could read when it was waited for");
        assertEquals(5, parse(out).size());
    }

    @Test
    void aLargeBodyIsNeverHeldInMemory() throws IOException {
        // Given
        byte[] line = ("{\"n\":1,\"text\":\"" + "x".repeat(100_000 - 18) + "\"}\n").getBytes(StandardCharsets.US_ASCII);
        var store = new RecordingStore(_ -> null);
        var body = new GeneratedStream(line, 2_000);
        BulkLines lines = BulkFormat.NDJSON.read(body, JSON);
        store.bytesRead = lines::bytesRead;

        // When
        new BulkReport<>(lines, store, JSON.writer(), Kind.class).write(OutputStream.nullOutputStream());

        // Then
        assertEquals(2_000, store.batches.stream().mapToInt(List::size).sum());
        assertTrue(200_000_000 - 100_000 < lines.bytesRead(), "all was read");
        assertTrue(store.mostBytesBetweenBatches <= (4 << 20) + (1 << 20) + (1 << 16),
                () -> "a batch held " + store.mostBytesBetweenBatches + " bytes of the body");
    }

    private enum Kind {
        STORED_WELL, REJECTED
    }

    private record Outcome(long line, Kind outcome) implements LineOutcome {}

    /** Stores numbers in memory; refuses a batch that has one for which there is a failure. */
    private static class RecordingStore implements BulkWork<Long> {
        final List<List<Long>> batches = new ArrayList<>();
        int mostAtOnce;
        long mostBytesBetweenBatches;
        java.util.function.LongSupplier bytesRead = () -> 0;
        private final Function<Long, @Nullable RuntimeException> failures;
        private int atOnce;
        private long lastBytes;

        RecordingStore(Function<Long, @Nullable RuntimeException> failures) {
            this.failures = failures;
        }

        @Override
        public List<Entry<Long>> read(BulkLine line) {
            return List.of(line instanceof BulkLine.Document
                    ? new Entry.Item<>(line.number())
                    : new Entry.Decided<>(new Outcome(line.number(), Kind.REJECTED)));
        }

        @Override
        public Uni<List<LineOutcome>> store(List<Long> batch) {
            return Uni.createFrom().item(List.copyOf(batch)).invoke(this::begin)
                    // on another thread, as a database client answers
                    .emitOn(io.smallrye.mutiny.infrastructure.Infrastructure.getDefaultExecutor())
                    .invoke(this::end)
                    .map(items -> items.stream().<LineOutcome>map(item -> new Outcome(item, Kind.STORED_WELL)).toList());
        }

        private synchronized void begin(List<Long> batch) {
            batches.add(batch);
            mostAtOnce = Math.max(mostAtOnce, ++atOnce);
            long bytes = bytesRead.getAsLong();
            mostBytesBetweenBatches = Math.max(mostBytesBetweenBatches, bytes - lastBytes);
            lastBytes = bytes;
        }

        private synchronized void end(List<Long> batch) {
            atOnce--;
            batch.stream().map(failures).filter(Objects::nonNull).findFirst().ifPresent(failure -> {
                throw failure;
            });
        }

        @Override
        public LineOutcome refused(Long item) {
            return new Outcome(item, Kind.REJECTED);
        }
    }

    private static RuntimeException refusal(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, "");
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "{\"n\":" + i + "}\n").collect(Collectors.joining());
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> report(String body, RecordingStore store) throws IOException {
        var out = new ByteArrayOutputStream();
        new BulkReport<>(BulkFormat.NDJSON.read(stream(body), JSON), store, JSON.writer(), Kind.class).write(out);
        return parse(out);
    }

    private static List<JsonNode> parse(ByteArrayOutputStream out) throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
