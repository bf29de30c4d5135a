package io.groundswell.kit.bulk;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

/**
 * How a CSV body is written, as its sender tells it. Nothing is guessed that was not asked for by {@code auto}.
 *
 * @param delimiter between fields; null: a comma
 * @param encoding null: that of the content type, of a byte order mark, or UTF-8
 * @param fields from the name of a column to the field that it stands for; a column that is not here stands for the field of
 *            its name
 * @param ignored names of columns that are to be left out
 */
public record CsvOptions(@Nullable Delimiter delimiter, @Nullable Encoding encoding, Map<String, String> fields,
        Set<String> ignored) {

    /** Nothing told: commas, UTF-8, columns named like fields. */
    public static final CsvOptions NONE = new CsvOptions(null, null, Map.of(), Set.of());

    /** The word that asks for detection. */
    static final String AUTO = "auto";

    public CsvOptions {
        fields = Map.copyOf(fields);
        ignored = Set.copyOf(ignored);
    }

    /** What separates the fields of a record. */
    public enum Delimiter {
        COMMA(','), SEMICOLON(';'), TAB('\t'), PIPE('|'),
        /** The one of the others by which the header names known columns only. */
        AUTO('\0');

        private final char character;

        Delimiter(char character) {
            this.character = character;
        }

        char character() {
            return character;
        }

        /** Returns how a client may write it. */
        String shown() {
            return switch (this) {
                case TAB -> "tab";
                case AUTO -> CsvOptions.AUTO;
                default -> String.valueOf(character);
            };
        }

        private static Delimiter parse(String text) {
            for (Delimiter delimiter : values()) {
                if (text.equals(delimiter.shown()) || (delimiter == TAB && text.equals("\t"))) {
                    return delimiter;
                }
            }
            throw ProblemException.parameter("delimiter", "invalid",
                    "delimiter must be one of , ; tab | or auto; a semicolon is written %3B in an address.");
        }
    }

    /**
     * The encoding of a body.
     *
     * @param charset null: to be found out from the body's beginning
     */
    public record Encoding(@Nullable Charset charset) {

        private static Encoding parse(String name) {
            return new Encoding(name.equals(CsvOptions.AUTO) ? null : CsvOptions.charset(name));
        }
    }

    /**
     * Reads what a client's parameters say.
     *
     * @param map columns and their fields as {@code column:field}
     * @param ignore names of columns
     * @throws ProblemException 400 naming the parameter that cannot be read
     */
    public static CsvOptions parse(@Nullable String delimiter, @Nullable String encoding, List<String> map,
            List<String> ignore) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String one : map) {
            int colon = one.lastIndexOf(':');
            String column = colon < 0 ? "" : one.substring(0, colon).strip();
            String field = one.substring(colon + 1).strip();
            if (column.isEmpty() || field.isEmpty()) {
                throw ProblemException.parameter("map", "invalid",
                        "map must be column:field, such as Follower count:followers.");
            }
            if (fields.put(column, field) != null) {
                throw ProblemException.parameter("map", "repeated", "map names the column '%s' twice.".formatted(column));
            }
        }
        Set<String> ignored = new LinkedHashSet<>();
        for (String column : ignore) {
            if (fields.containsKey(column.strip())) {
                throw ProblemException.parameter("ignore", "invalid",
                        "The column '%s' cannot be both mapped and ignored.".formatted(column.strip()));
            }
            ignored.add(column.strip());
        }
        return new CsvOptions(delimiter == null ? null : Delimiter.parse(delimiter),
                encoding == null ? null : Encoding.parse(encoding), fields, ignored);
    }

    /** Tells whether nothing was told, as it must be for a body that is not CSV. */
    boolean isNone() {
        return equals(NONE);
    }

    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            // those that only decode find out the encoding themselves, which would be guessing
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Refused below, like one that is no encoding of text.
        }
        throw ProblemException.parameter("encoding", "unknown-encoding",
                "encoding must name a character encoding, such as UTF-8, windows-1252, GB18030 or Shift_JIS, or be auto.");
    }
}
