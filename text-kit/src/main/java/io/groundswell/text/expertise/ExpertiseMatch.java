package io.groundswell.text.expertise;

import java.util.List;

/**
 * Evidence of what somebody is to a subject.
 *
 * @param cue the words as they were written
 * @param clause the part of the text that the cue stands in, which tends to name the subject; at most 200 UTF-16 units
 * @param start where the cue begins in the text, in UTF-16 units
 * @param languages the languages that list the cue; {@code zxx} for a pictograph
 */
public record ExpertiseMatch(ExpertiseKind kind, String cue, String clause, int start, List<String> languages) {

    public ExpertiseMatch {
        languages = List.copyOf(languages);
    }
}
