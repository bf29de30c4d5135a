package io.groundswell.campaign.gallery;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** Checks short texts that people type. */
final class Texts {
    private Texts() {}

    /** Returns the text without surrounding space; refuses what is absent, blank, too long or not of one line. */
    static String line(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw new InvalidValue(field, "required", "Must have at least one visible character.");
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw new InvalidValue(field, "too-long", "May have %d characters at most.".formatted(longest));
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue(field, "control-character", "Must be one line without control characters.");
        }
        return stripped;
    }
}
