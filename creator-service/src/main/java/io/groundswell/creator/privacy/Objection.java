package io.groundswell.creator.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Texts;

/** That a person wants no more of it. */
public record Objection(
        @Schema(description = "In the person's words; at most 1000 characters. Gone with an erasure", examples = "Asked by direct message not to be contacted again") @Nullable String reason) {

    private static final int LONGEST = 1_000;

    public Objection {
        reason = Texts.paragraph("reason", reason, LONGEST);
    }
}
