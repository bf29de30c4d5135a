package io.groundswell.creator.creator;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** Checks text that people and networks wrote. */
public final class Texts {
    private Texts() {}

    /** Returns one line of text without surrounding space; null for absent or blank. */
    public static @Nullable String line(String field, @Nullable String text, int longest) {
        return checked(field, text, longest, false);
    }

    /** Returns text that may have line breaks; null for absent or blank. */
    public static @Nullable String paragraph(String field, @Nullable String text, int longest) {
        return checked(field, text, longest, true);
    }

    private static @Nullable String checked(String field, @Nullable String text, int longest, boolean breaks) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw new InvalidValue(field, "too-long", "May have %d characters at most.".formatted(longest));
        }
        stripped.codePoints().forEach(c -> refuseUnprintable(field, c, breaks));
        return stripped;
    }

    private static void refuseUnprintable(String field, int c, boolean breaks) {
        if (c == 0) {
            throw new InvalidValue(field, "nul-character", "Must not contain the character U+0000.");
        }
        if (Character.isISOControl(c) && !(breaks && (c == '\n' || c == '\r' || c == '\t'))) {
            throw new InvalidValue(field, "control-character", "Must not contain the control character U+%04X.".formatted(c));
        }
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw new InvalidValue(field, "unpaired-surrogate", "Contains half of a UTF-16 pair, which is no character.");
        }
    }
}
