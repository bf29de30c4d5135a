package io.groundswell.creator.privacy;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one person of a list of those who were told. */
@Schema(name = "NoticeOutcome")
public record NoticeOutcome(UUID creatorId, Outcome outcome) {

    /** The outcomes there are; clients must expect new ones. */
    @Schema(name = "NoticeOutcomeKind")
    public enum Outcome {
        MARKED,
        /** Was told before, or was erased. */
        UNCHANGED, NOT_FOUND
    }

    static NoticeOutcome of(UUID creatorId, @Nullable Boolean marked) {
        if (marked == null) {
            return new NoticeOutcome(creatorId, Outcome.NOT_FOUND);
        }
        return new NoticeOutcome(creatorId, marked ? Outcome.MARKED : Outcome.UNCHANGED);
    }
}
