package io.groundswell.campaign.gallery;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one post of a selection. */
@Schema(name = "CollectionItemOutcome")
public record ItemOutcome(UUID postId, Outcome outcome) {

    /** What became of it. An open list. */
    @Schema(name = "CollectionItemOutcomeKind")
    public enum Outcome {
        ADDED,
        /** Was in the collection before. */
        UNCHANGED,
        /** The workspace has no such post, it is withdrawn, or does not belong to the collection's campaign. */
        UNKNOWN_POST
    }
}
