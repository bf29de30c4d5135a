package io.groundswell.suite.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Numbered steps, details below them, and tables; colour only for people who look at a terminal and want it. */
final class Printout {

    private static final String INDENT = "      ";
    private static final int WIDEST_CELL = 58;

    private final PrintStream out;
    private final boolean colour;
    private int steps;

    Printout(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /** Colour on a terminal, unless NO_COLOR says otherwise (https://no-color.org). */
    static Printout to(PrintStream out) {
        boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        boolean unwanted = !Objects.requireNonNullElse(System.getenv("NO_COLOR"), "").isEmpty();
        return new Printout(out, terminal && !unwanted);
    }

    void step(String title) {
        steps++;
        out.println("%s  %s".formatted(styled("36", "%4d".formatted(steps)), styled("1", title)));
    }

    void detail(String text) {
        out.println(INDENT + text);
    }

    void faint(String text) {
        out.println(INDENT + styled("2", text));
    }

    void heading(String text) {
        out.println();
        out.println(styled("1", text));
    }

    void blank() {
        out.println();
    }

    void good(String text) {
        out.println(styled("32", "✔ ") + text);
    }

    void bad(String text) {
        out.println(styled("31", "✘ ") + text);
    }

    /**
     * Rows under a header, columns as wide as their content.
     *
     * @param alignment one character per column: {@code <} left, {@code >} right
     */
    void table(String alignment, List<String> header, List<List<String>> rows) {
        int[] widths = new int[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(header.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(shortened(row.get(column))));
            }
        }
        out.println(INDENT + styled("2", line(alignment, widths, header)));
        rows.forEach(row -> out.println(INDENT + line(alignment, widths, row)));
    }

    private static String line(String alignment, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = shortened(cells.get(column));
            String gap = " ".repeat(widths[column] - width(cell));
            line.append(alignment.charAt(column) == '>' ? gap + cell : cell + gap).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String shortened(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        if (width(oneLine) <= WIDEST_CELL) {
            return oneLine;
        }
        int end = oneLine.length();
        while (width(oneLine.substring(0, end)) >= WIDEST_CELL) {
            end = oneLine.offsetByCodePoints(end, -1);
        }
        return oneLine.substring(0, end) + "…";
    }

    /** Columns a terminal uses: two for wide characters and emoji, none for marks and joiners. */
    static int width(String text) {
        return text.codePoints().map(Printout::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int eastAsian = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        return eastAsian == UCharacter.EastAsianWidth.WIDE || eastAsian == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }

    private String styled(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
