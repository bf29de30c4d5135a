package io.groundswell.kit.bulk;

import java.util.ArrayList;
import java.util.List;

/** Parses one record of RFC 4180 with any separator, given line by line; only a quoted field goes on in the next line. */
final class CsvRecordParser {
    private static final int WRONG = -1;

    private final char separator;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;

    CsvRecordParser(char separator) {
        this.separator = separator;
    }

    /** What is known after a line. */
    enum State {
        /** The record ends with this line. */
        COMPLETE,
        /** A quote is open: the record goes on. */
        OPEN,
        /** Something other than a separator follows a closing quote. */
        WRONG_QUOTE
    }

    /** Takes the next line of the record, without its line feed. */
    State add(String line) {
        int at = quoted ? quotedField(line, 0, true) : fieldAt(line, 0);
        while (at >= 0 && at < line.length()) {
            at = line.charAt(at) == separator ? fieldAt(line, at + 1) : WRONG;
        }
        return at == WRONG ? State.WRONG_QUOTE : quoted ? State.OPEN : State.COMPLETE;
    }

    /** Returns the fields of the complete record. */
    List<String> fields() {
        return List.copyOf(fields);
    }

    /** Reads a field; returns where it ends, {@link #WRONG} when it cannot be read. */
    private int fieldAt(String line, int start) {
        if (start < line.length() && line.charAt(start) == '"') {
            return quotedField(line, start + 1, false);
        }
        int end = line.indexOf(separator, start);
        if (end < 0) {
            fields.add(line.substring(start, withoutCarriageReturn(line, start)));
            return line.length();
        }
        fields.add(line.substring(start, end));
        return end;
    }

    private int quotedField(String line, int start, boolean goesOn) {
        if (goesOn) {
            field.append('\n');
        }
        quoted = true;
        int from = start;
        for (int quote = line.indexOf('"', from); quote >= 0; quote = line.indexOf('"', from)) {
            field.append(line, from, quote);
            if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
                field.append('"');
                from = quote + 2;
                continue;
            }
            quoted = false;
            fields.add(field.toString());
            field.setLength(0);
            return afterQuote(line, quote + 1);
        }
        field.append(line, from, line.length());
        return line.length();
    }

    private int afterQuote(String line, int at) {
        if (at == withoutCarriageReturn(line, at)) {
            return line.length();
        }
        return line.charAt(at) == separator ? at : WRONG;
    }

    private static int withoutCarriageReturn(String line, int from) {
        return line.length() > from && line.charAt(line.length() - 1) == '\r' ? line.length() - 1 : line.length();
    }
}
