package io.groundswell.kit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.JsonProblems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Parses each line of a body on its own, so that a broken one cannot swallow its neighbours. */
final class NdjsonLines implements BulkLines {
    /** A busy sender's next packet is a moment away; a batch cut short for it would cost more than the moment. */
    private static final int MOMENTS = 20;
    private static final long MOMENT_NANOS = 100_000;

    private final BodyLines lines;
    private final ObjectMapper json;
    private @Nullable BulkLine upcoming;
    private int upcomingChecksum;
    private int checksum;

    NdjsonLines(InputStream body, ObjectMapper json) {
        this.lines = new BodyLines(body);
        this.json = json;
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null && lines.read()) {
            upcoming = parse();
        }
        return upcoming != null;
    }

    @Override
    public BulkLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        BulkLine next = upcoming;
        checksum = upcomingChecksum;
        upcoming = null;
        return Objects.requireNonNull(next);
    }

    @Override
    public boolean isNextAtHand() {
        for (int i = 0; i < MOMENTS; i++) {
            while (upcoming == null && lines.readIfReceived()) {
                upcoming = parse();
            }
            if (upcoming != null) {
                return true;
            }
            LockSupport.parkNanos(MOMENT_NANOS);
        }
        return false;
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public int checksum() {
        return checksum;
    }

    /** Returns null for a blank line, which counts but says nothing. */
    private @Nullable BulkLine parse() {
        upcomingChecksum = lines.checksum();
        if (lines.isTooLong()) {
            return new BulkLine.Unreadable(lines.number(), "line-too-long",
                    "A line may have %d bytes at most.".formatted(BulkFormat.MAX_LINE_BYTES));
        }
        byte[] line = lines.bytes();
        boolean blank = true;
        for (int i = 0; i < lines.length(); i++) {
            if (line[i] == 0) {
                // never JSON in UTF-8, and the parser would take it for a sign of UTF-16
                return malformed("The line has a NUL byte, so it is not text in UTF-8.");
            }
            blank &= line[i] == ' ' || line[i] == '\t' || line[i] == '\r';
        }
        return blank ? null : document();
    }

    private BulkLine document() {
        try {
            JsonNode document = json.readTree(lines.bytes(), 0, lines.length());
            return document.isObject()
                    ? new BulkLine.Document(lines.number(), document)
                    : new BulkLine.Unreadable(lines.number(), "not-an-object", "Each line must be one JSON object.");
        } catch (JsonProcessingException e) {
            String detail = Objects.requireNonNullElse(JsonProblems.of(e).detail(), "Not JSON in UTF-8.");
            // to the parser every line is the first
            return malformed(detail.replaceFirst("^Line 1, column", "Column"));
        } catch (IOException e) {
            return malformed("Not text in UTF-8.");
        }
    }

    private BulkLine malformed(String detail) {
        return new BulkLine.Unreadable(lines.number(), "malformed-json", detail);
    }
}
