package io.groundswell.campaign.moderation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostState;
import io.groundswell.kit.problem.InvalidValue;

/** One decision on many posts. */
@Schema(name = "BulkDecision")
public record BulkDecision(
        @Schema(required = true, description = "APPROVED, REJECTED or QUARANTINED") PostState decision,
        @Schema(description = "1 to 500 characters, kept with each post; required to reject", examples = "Competitor in the picture") @Nullable String reason,
        @Schema(required = true, description = "1 to 500 posts") List<Item> items) {
    private static final Set<PostState> DECISIONS = EnumSet.of(PostState.APPROVED, PostState.REJECTED, PostState.QUARANTINED);
    private static final int MOST = 500;
    private static final int LONGEST_REASON = 500;

    public BulkDecision {
        if (!DECISIONS.contains(InvalidValue.require(decision, "decision"))) {
            throw new InvalidValue("decision", "invalid-decision", "Must be APPROVED, REJECTED or QUARANTINED.");
        }
        if (decision == PostState.REJECTED) {
            InvalidValue.require(reason, "reason");
        }
        if (reason != null && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
            throw new InvalidValue("reason", "invalid-reason", "Must be 1 to %d characters.".formatted(LONGEST_REASON));
        }
        items = List.copyOf(InvalidValue.require(items, "items"));
        if (items.isEmpty() || items.size() > MOST) {
            throw new InvalidValue("items", "out-of-range", "Name 1 to %d posts.".formatted(MOST));
        }
    }

    /** A post to decide on. */
    @Schema(name = "BulkDecisionItem")
    public record Item(
            @Schema(required = true) UUID id,
            @Schema(description = "The version that was seen; when the post has changed since, it is left as it is (STALE)", examples = "0") @Nullable Long version) {
        public Item {
            InvalidValue.require(id, "id");
        }
    }

    /** What became of one post. */
    @Schema(name = "BulkDecisionOutcome")
    public record Outcome(@Schema(required = true) UUID id, @Schema(required = true) Result outcome,
            @Schema(description = "The post's version now; null when there is none. Approved posts may have a later one, by rights that were granted") @Nullable Long version) {}

    /** An open list: clients must expect new values. */
    @Schema(name = "BulkDecisionResult")
    public enum Result {
        /** Decided now. */
        DECIDED,
        /** A person had decided the same before, for the same reason. */
        UNCHANGED,
        /** There is no such post in the workspace. */
        NOT_FOUND,
        /** It has changed since the version that was named. */
        STALE,
        /** It is withdrawn, so there is nothing to decide. */
        WRONG_STATE
    }
}
