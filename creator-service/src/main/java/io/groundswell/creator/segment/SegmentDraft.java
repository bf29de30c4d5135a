package io.groundswell.creator.segment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.search.SearchCriteria;
import io.groundswell.kit.problem.InvalidValue;

/** A search to keep. */
public record SegmentDraft(
        @Schema(required = true, description = "1 to 100 characters") String name,
        @Schema(required = true) SearchCriteria criteria) {

    private static final int LONGEST_NAME = 100;

    public SegmentDraft {
        name = InvalidValue.require(name, "name").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new InvalidValue("name", "out-of-range", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new InvalidValue("name", "control-character", "A name must not contain control characters or broken ones.");
        }
        criteria = InvalidValue.require(criteria, "criteria");
    }
}
