package io.groundswell.kit.bulk;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * CSV of RFC 4180 with a header line, comma separated, in UTF-8; an empty field is an absent one. Where a quote is wrong,
 * only the line on which its record starts is given up and reading goes on with the line after it: a stray quote cannot
 * swallow the rest of the body.
 */
final class CsvLines implements BulkLines {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BodyLines lines;
    private final ObjectMapper json;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    /** Lines that were read in search of a closing quote that did not come. */
    private final Deque<Line> again = new ArrayDeque<>();
    private final List<String> columns;
    private @Nullable BulkLine upcoming;

    CsvLines(InputStream body, ObjectMapper json) {
        this.lines = new BodyLines(body);
        this.json = json;
        this.columns = header();
    }

    @Override
    public boolean hasNext() {
        if (upcoming == null) {
            Outcome record = record();
            upcoming = record == null ? null : toLine(record);
        }
        return upcoming != null;
    }

    @Override
    public BulkLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        BulkLine next = upcoming;
        upcoming = null;
        return Objects.requireNonNull(next);
    }

    /** A CSV body is a file: nobody waits at its other end for a part of the report. */
    @Override
    public boolean isNextAtHand() {
        return true;
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    private List<String> header() {
        return switch (record()) {
            case Fields(long _, List<String> names) -> checked(names.stream().map(String::strip).toList());
            case Broken(long _, String _, String detail) -> throw noHeader("The header line cannot be read. " + detail);
            case null -> throw noHeader("The first line must name the columns.");
        };
    }

    private static List<String> checked(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw ProblemException.validation("", "duplicate-column",
                        "The header names the column '%s' twice.".formatted(name));
            }
        }
        return names;
    }

    private static ProblemException noHeader(String detail) {
        return ProblemException.validation("", "missing-header", detail);
    }

    private BulkLine toLine(Outcome record) {
        return switch (record) {
            case Broken(long number, String code, String detail) -> new BulkLine.Unreadable(number, code, detail);
            case Fields(long number, List<String> fields) when fields.size() != columns.size() ->
                new BulkLine.Unreadable(number, "wrong-column-count",
                        "The header names %d columns, this record has %d.".formatted(columns.size(), fields.size()));
            case Fields(long number, List<String> fields) -> new BulkLine.Document(number, document(fields));
        };
    }

    private ObjectNode document(List<String> fields) {
        ObjectNode document = json.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            if (!fields.get(i).isBlank()) {
                document.put(columns.get(i), fields.get(i).strip());
            }
        }
        return document;
    }

    /** Returns the next record, null at the end of the body. */
    private @Nullable Outcome record() {
        Line line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line == null ? null : recordFrom(line);
    }

    private Outcome recordFrom(Line first) {
        if (first.text() == null) {
            return new Broken(first.number(), first.code(), first.detail());
        }
        var parser = new CsvRecordParser();
        CsvRecordParser.State state = parser.add(first.text());
        List<Line> continued = new ArrayList<>();
        int length = first.text().length();
        while (state == CsvRecordParser.State.OPEN) {
            Line line = line();
            if (line == null) {
                return giveUp(first, continued, "unclosed-quote", "A quote is not closed before the end of the body.");
            }
            continued.add(line);
            if (line.text() == null) {
                return giveUp(first, continued, "unclosed-quote",
                        "A quote is not closed before line %d, which cannot be read.".formatted(line.number()));
            }
            length += line.text().length() + 1;
            if (length > BulkFormat.MAX_LINE_BYTES) {
                return giveUp(first, continued, "unclosed-quote", "A quote is not closed within %d characters."
                        .formatted(BulkFormat.MAX_LINE_BYTES));
            }
            state = parser.add(line.text());
        }
        return state == CsvRecordParser.State.COMPLETE
                ? new Fields(first.number(), parser.fields())
                : giveUp(first, continued, "malformed-csv",
                        "After a closing quote there must be a comma or the end of the line.");
    }

    private Broken giveUp(Line first, List<Line> continued, String code, String detail) {
        continued.reversed().forEach(again::addFirst);
        return new Broken(first.number(), code, detail);
    }

    private @Nullable Line line() {
        if (!again.isEmpty()) {
            return again.removeFirst();
        }
        if (!lines.read()) {
            return null;
        }
        if (lines.isTooLong()) {
            return new Line(lines.number(), null, "line-too-long",
                    "A line may have %d bytes at most.".formatted(BulkFormat.MAX_LINE_BYTES));
        }
        try {
            String text = utf8.decode(ByteBuffer.wrap(lines.bytes(), 0, lines.length())).toString();
            boolean marked = lines.number() == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return new Line(lines.number(), marked ? text.substring(1) : text, "", "");
        } catch (CharacterCodingException e) {
            return new Line(lines.number(), null, "not-utf-8", "The line is not text in UTF-8.");
        }
    }

    /** A line of the body without its line feed; without text when it cannot be read, then with the reason. */
    private record Line(long number, @Nullable String text, String code, String detail) {
        boolean isBlank() {
            return text != null && (text.isEmpty() || text.equals("\r"));
        }
    }

    /** What became of a record. */
    private sealed interface Outcome {}

    private record Fields(long number, List<String> fields) implements Outcome {}

    private record Broken(long number, String code, String detail) implements Outcome {}
}
