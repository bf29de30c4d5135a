package io.groundswell.creator.organising;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one creator of a selection. */
@Schema(name = "MemberOutcome")
public record MemberOutcome(UUID creatorId, Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        ADDED, ALREADY_MEMBER, REMOVED,
        /** Was not on the list. */
        NO_MEMBER,
        /** The workspace has no such creator. */
        UNKNOWN_CREATOR
    }
}
