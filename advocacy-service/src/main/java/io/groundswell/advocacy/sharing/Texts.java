package io.groundswell.advocacy.sharing;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** Checks free text that people type. */
final class Texts {
    private Texts() {}

    /** Returns the text without surrounding space; refuses absent, blank, overlong text and NUL, which PostgreSQL cannot hold. */
    static String required(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw new InvalidValue(field, "required", "Must have at least one visible character.");
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw new InvalidValue(field, "too-long", "May have %d characters at most.".formatted(longest));
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new InvalidValue(field, "nul-character", "Must not contain the character U+0000.");
        }
        return stripped;
    }
}
