package io.groundswell.campaign.moderation;

import java.util.Locale;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

/**
 * Finds characters in a row that every text must have in which a pattern is found. Looking for them costs a hundredth of trying the
 * pattern, and hardly any text has them. Reads what is not within groups; what it does not understand it takes for anything.
 */
final class RequiredText {
    private static final int SHORTEST = 2;

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int position;

    private RequiredText(String pattern) {
        this.pattern = pattern;
    }

    /** Returns the longest such characters, in the form of {@link #folded}; null when none are known. */
    static @Nullable String of(String pattern) {
        var reader = new RequiredText(pattern);
        return reader.read() && reader.longest.length() >= SHORTEST ? reader.longest : null;
    }

    /** Returns a text in the form in which required characters are looked for, whether or not the pattern ignores case. */
    static String folded(String text) {
        // the long s and the Kelvin sign are the only characters beyond ASCII that are cases of ASCII letters
        return text.toLowerCase(Locale.ROOT).replace('\u017F', 's');
    }

    /** Returns false when nothing can be said. */
    private boolean read() {
        position = pattern.startsWith("(?i)") ? "(?i)".length() : 0;
        Matcher count = RegexEstimate.COUNT.matcher(pattern);
        while (position < pattern.length()) {
            char c = pattern.charAt(position);
            switch (c) {
                case '|' -> {
                    return false;
                }
                case '\\' -> {
                    if (!escape()) {
                        return false;
                    }
                }
                case '(' -> {
                    if (!group()) {
                        return false;
                    }
                }
                case '[' -> {
                    endRun();
                    position = RegexEstimate.classEnd(pattern, position) + 1;
                }
                case '*', '?' -> {
                    lastMayBeAbsent();
                    position++;
                }
                case '{' -> {
                    lastMayBeAbsent();
                    if (!count.region(position, pattern.length()).lookingAt()) {
                        return false;
                    }
                    position = count.end();
                }
                case '+', '^', '$', '.', ')', '}' -> {
                    endRun();
                    position++;
                }
                default -> literal(c);
            }
        }
        endRun();
        return true;
    }

    private void literal(char c) {
        if (c < 0x80) {
            run.append(Character.toLowerCase(c));
        } else {
            endRun();
        }
        position++;
    }

    private boolean escape() {
        char escaped = position + 1 < pattern.length() ? pattern.charAt(position + 1) : 'Q';
        if ("bBAzsSdDwW".indexOf(escaped) >= 0) {
            endRun();
            position += 2;
            return true;
        }
        boolean sign = escaped < 0x80 && !Character.isLetterOrDigit(escaped);
        if (sign) {
            position++;
            literal(escaped);
        }
        return sign;
    }

    /** Passes over a group; one that changes how the rest is read leaves nothing to be said. */
    private boolean group() {
        endRun();
        if (pattern.startsWith("(?", position) && !pattern.startsWith("(?:", position)
                && !pattern.startsWith("(?P<", position)) {
            return false;
        }
        int depth = 0;
        do {
            char c = pattern.charAt(position);
            if (c == '\\') {
                if (pattern.startsWith("\\Q", position)) {
                    return false;
                }
                position++;
            } else if (c == '[') {
                position = RegexEstimate.classEnd(pattern, position);
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            position++;
        } while (depth > 0 && position < pattern.length());
        return true;
    }

    private void lastMayBeAbsent() {
        run.setLength(Math.max(0, run.length() - 1));
        endRun();
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }
}
