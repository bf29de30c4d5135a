package io.groundswell.kit.bulk;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkAssumptions.Origin;
import io.groundswell.kit.bulk.CsvOptions.Delimiter;
import io.groundswell.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * CSV of RFC 4180 with a header line; an empty field is an absent one. Where a quote is wrong, only the line on which its
 * record starts is given up and reading goes on with the line after it: a stray quote cannot swallow the rest of the body.
 */
final class CsvLines implements BulkLines {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BodyLines lines;
    private final ObjectMapper json;
    private final String encoding;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    /** Lines that were read in search of a closing quote that did not come. */
    private final Deque<Line> again = new ArrayDeque<>();
    private final CsvHeader header;
    private final List<@Nullable String> fields;
    private Delimiter delimiter = Delimiter.COMMA;
    private @Nullable Outcome upcoming;
    private int checksum;

    /** Reads UTF-8 with commas, whatever the columns are called. */
    CsvLines(InputStream body, ObjectMapper json) {
        this(body, "UTF-8", json, CsvOptions.NONE, null);
    }

    /**
     * @param utf8 the body, in UTF-8 whatever it was before
     * @param encoding the body's own
     * @param known the fields that columns may stand for; null: any
     * @throws ProblemException 422 when the header cannot be read or has columns that are not known
     */
    CsvLines(InputStream utf8, String encoding, ObjectMapper json, CsvOptions options, @Nullable Set<String> known) {
        this.lines = new BodyLines(utf8);
        this.encoding = encoding;
        this.json = json;
        if (options.delimiter() == Delimiter.AUTO && known != null) {
            this.delimiter = detectDelimiter(options, known);
        } else {
            this.delimiter = Objects.requireNonNullElse(options.delimiter(), Delimiter.COMMA);
        }
        this.header = CsvHeader.of(headerRecord(), options);
        if (known != null) {
            header.requireKnown(known);
        }
        this.fields = header.fields();
    }

    @Override
    public boolean hasNext() {
        if (upcoming == null) {
            upcoming = record();
        }
        return upcoming != null;
    }

    @Override
    public BulkLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Outcome next = Objects.requireNonNull(upcoming);
        upcoming = null;
        checksum = next.checksum();
        return toLine(next);
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

    @Override
    public int checksum() {
        return checksum;
    }

    /** Returns how the body is being read. */
    BulkAssumptions assumptions(BodyEncoding body, CsvOptions options) {
        Delimiter told = options.delimiter();
        return new BulkAssumptions(BulkFormat.CSV, encoding, body.origin(), body.confidence(), delimiter.shown(),
                told == null ? Origin.DEFAULT : told == Delimiter.AUTO ? Origin.DETECTED : Origin.PARAMETER,
                header.mapping(), options.ignored().isEmpty() ? null : options.ignored().stream().sorted().toList());
    }

    private List<String> headerRecord() {
        return switch (record()) {
            case Fields(long _, List<String> names, int _) -> names;
            case Broken(long _, String _, String detail, int _) ->
                throw CsvHeader.refused("missing-header", "The header line cannot be read. " + detail);
            case null -> throw CsvHeader.refused("missing-header", "The first line must name the columns.");
        };
    }

    /** The header is read with each delimiter; only one may make sense of it. */
    private Delimiter detectDelimiter(CsvOptions options, Set<String> known) {
        Line first = line();
        if (first == null || first.text() == null) {
            throw CsvHeader.refused("missing-header", "The first line must name the columns.");
        }
        again.addFirst(first);
        String text = first.text();
        List<Delimiter> fitting = Arrays.stream(Delimiter.values()).filter(each -> each != Delimiter.AUTO)
                .filter(each -> {
                    var parser = new CsvRecordParser(each.character());
                    return parser.add(text) == CsvRecordParser.State.COMPLETE && new CsvHeader(
                            parser.fields().stream().map(String::strip).toList(), options).isKnown(known);
                }).toList();
        // a single column is read alike with every delimiter
        boolean alike = fitting.size() == Delimiter.values().length - 1;
        if (fitting.size() != 1 && !alike) {
            throw CsvHeader.refused("delimiter-not-detected",
                    "The header names known columns only with %s; name the delimiter. Known columns are %s.".formatted(
                            fitting.isEmpty()
                                    ? "none of the delimiters"
                                    : fitting.stream().map(Delimiter::shown).collect(Collectors.joining(" and ")),
                            String.join(", ", known.stream().sorted().toList())));
        }
        return fitting.getFirst();
    }

    private BulkLine toLine(Outcome record) {
        return switch (record) {
            case Broken(long number, String code, String detail, int _) -> new BulkLine.Unreadable(number, code, detail);
            case Fields(long number, List<String> values, int _) when values.size() != fields.size() ->
                new BulkLine.Unreadable(number, "wrong-column-count",
                        "The header names %d columns, this record has %d.".formatted(fields.size(), values.size()));
            case Fields(long number, List<String> values, int _) -> new BulkLine.Document(number, document(values));
        };
    }

    private ObjectNode document(List<String> values) {
        ObjectNode document = json.createObjectNode();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (field != null && !values.get(i).isBlank()) {
                document.put(field, values.get(i).strip());
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
            return new Broken(first.number(), first.code(), first.detail(), first.checksum());
        }
        var parser = new CsvRecordParser(delimiter.character());
        CsvRecordParser.State state = parser.add(first.text());
        List<Line> continued = new ArrayList<>();
        int length = first.text().length();
        int checksums = first.checksum();
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
            checksums = 31 * checksums + line.checksum();
            state = parser.add(line.text());
        }
        return state == CsvRecordParser.State.COMPLETE
                ? new Fields(first.number(), parser.fields(), checksums)
                : giveUp(first, continued, "malformed-csv",
                        "After a closing quote there must be a delimiter or the end of the line.");
    }

    private Broken giveUp(Line first, List<Line> continued, String code, String detail) {
        continued.reversed().forEach(again::addFirst);
        return new Broken(first.number(), code, detail, first.checksum());
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
                    "A line may have %d bytes at most.".formatted(BulkFormat.MAX_LINE_BYTES), lines.checksum());
        }
        try {
            String text = utf8.decode(ByteBuffer.wrap(lines.bytes(), 0, lines.length())).toString();
            boolean marked = lines.number() == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return new Line(lines.number(), marked ? text.substring(1) : text, "", "", lines.checksum());
        } catch (CharacterCodingException e) {
            return new Line(lines.number(), null, encoding.equals("UTF-8") ? "not-utf-8" : "wrong-encoding",
                    "The line is not text in %s.".formatted(encoding), lines.checksum());
        }
    }

    /** A line of the body without its line feed; without text when it cannot be read, then with the reason. */
    private record Line(long number, @Nullable String text, String code, String detail, int checksum) {
        boolean isBlank() {
            return text != null && (text.isEmpty() || text.equals("\r"));
        }
    }

    /** What became of a record. */
    private sealed interface Outcome {
        int checksum();
    }

    private record Fields(long number, List<String> values, int checksum) implements Outcome {}

    private record Broken(long number, String code, String detail, int checksum) implements Outcome {}
}
