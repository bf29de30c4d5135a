package io.groundswell.campaign.gallery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** Where a post is pinned. */
public record Pin(
        @Schema(description = "1 to 1000, the smallest first; of two in one place, the collection's order decides", examples = "1", required = true) int position) {
    private static final int LAST = 1000;

    public Pin {
        if (position < 1 || position > LAST) {
            throw new InvalidValue("position", "out-of-range", "Must be 1 to %d.".formatted(LAST));
        }
    }
}
