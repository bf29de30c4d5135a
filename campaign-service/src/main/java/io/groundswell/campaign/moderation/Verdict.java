package io.groundswell.campaign.moderation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.campaign.post.PostState;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What the rules make of a post. */
@Schema(name = "ModerationVerdict")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
        @Schema(required = true, description = "REJECTED, QUARANTINED, APPROVED, or PENDING when no rule applies") PostState state,
        @Schema(description = "Absent when no rule applies") @Nullable DecidingRule rule) {

    /** No rule applies: somebody has to look. */
    public static final Verdict UNDECIDED = new Verdict(PostState.PENDING, null);
}
