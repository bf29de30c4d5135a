package io.groundswell.campaign.moderation;

import io.groundswell.kit.problem.InvalidValue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Compiles patterns that anyone may have written: the engine takes linear time, and what it compiles to stays small. */
final class SafeRegex {
    static final int LONGEST = 500;
    static final int LARGEST_PROGRAM = 500;
    /** Above this it is not even tried: the engine would build all of what nested repetitions ask for before it says how much. */
    private static final long LARGEST_ESTIMATE = 10_000;

    /** RE2/J 1.8 walks for ever through the cases of some characters, the range from a space to the Kelvin sign for one. */
    private static final java.util.regex.Pattern IGNORES_CASE = java.util.regex.Pattern.compile("\\(\\?[a-zA-Z]*i");
    private static final java.util.regex.Pattern BEYOND_ASCII = java.util.regex.Pattern
            .compile("[^\\x00-\\x7F]|\\\\[x0-9]");

    private SafeRegex() {}

    /**
     * Returns the pattern for text without invisible characters.
     *
     * @throws InvalidValue for the member {@code pattern}, saying what to do
     */
    static Pattern compile(String pattern) {
        if (pattern.isEmpty() || pattern.length() > LONGEST) {
            throw new InvalidValue("pattern", "out-of-range", "A pattern has 1 to %d characters.".formatted(LONGEST));
        }
        if (IGNORES_CASE.matcher(pattern).find() && BEYOND_ASCII.matcher(pattern).find()) {
            throw new InvalidValue("pattern", "unsupported-pattern",
                    """
                            With (?i), a pattern may only have ASCII characters and no code points in digits, because the engine may not end on \
                            others. Leave (?i) out and write both cases, or use a WORD or PHRASE rule, which ignores case in every script.""");
        }
        if (RegexEstimate.of(pattern) > LARGEST_ESTIMATE) {
            throw tooLarge();
        }
        try {
            Pattern compiled = Pattern.compile(VisibleText.of(pattern).text());
            if (compiled.programSize() > LARGEST_PROGRAM) {
                throw tooLarge();
            }
            if (compiled.matcher("").find() && compiled.matcher("\u0001").find()) {
                throw new InvalidValue("pattern", "matches-every-text",
                        "The pattern matches the empty text, so it would match every post. Say what must be there.");
            }
            return compiled;
        } catch (PatternSyntaxException e) {
            throw refused(e);
        }
    }

    private static InvalidValue tooLarge() {
        return new InvalidValue("pattern", "pattern-too-large", """
                Compiled, the pattern has more than %d instructions. Use smaller counts in {}, fewer alternatives, or WORD and \
                PHRASE rules.""".formatted(LARGEST_PROGRAM));
    }

    private static InvalidValue refused(PatternSyntaxException e) {
        String part = e.getPattern();
        if (part != null && (part.startsWith("(?=") || part.startsWith("(?!") || part.startsWith("(?<"))) {
            return new InvalidValue("pattern", "unsupported-pattern", """
                    Lookahead and lookbehind (%s) are not supported, because they can take exponential time. Say with another \
                    rule what must not be there.""".formatted(part));
        }
        if (part != null && part.matches("\\\\([1-9]|k.*)")) {
            return new InvalidValue("pattern", "unsupported-pattern", """
                    Backreferences (%s) are not supported, because they can take exponential time. Write the alternatives \
                    out.""".formatted(part));
        }
        return new InvalidValue("pattern", "invalid-pattern", "Not a pattern in RE2 syntax: %s%s.".formatted(e.getDescription(),
                part == null || part.isEmpty() ? "" : " at " + part));
    }
}
