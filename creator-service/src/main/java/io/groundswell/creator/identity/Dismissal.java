package io.groundswell.creator.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Texts;

/** Somebody's decision that two creators are two people. */
@Schema(name = "DuplicateDismissal")
public record Dismissal(
        @Schema(description = "Why; at most 500 characters", examples = "Sisters") @Nullable String reason) {

    private static final int LONGEST_REASON = 500;

    public Dismissal {
        reason = Texts.paragraph("reason", reason, LONGEST_REASON);
    }
}
