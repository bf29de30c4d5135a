package io.groundswell.creator.identity;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Texts;
import io.groundswell.kit.problem.InvalidValue;

/** Somebody's decision that two creators are one person. */
@Schema(name = "MergeDraft")
public record MergeDraft(
        @Schema(required = true, description = "The creator who is taken in") UUID absorb,
        @Schema(description = "Why; at most 500 characters", examples = "The bio of one links to the other") @Nullable String reason) {

    private static final int LONGEST_REASON = 500;

    public MergeDraft {
        absorb = InvalidValue.require(absorb, "absorb");
        reason = Texts.paragraph("reason", reason, LONGEST_REASON);
    }
}
