package io.groundswell.campaign.moderation;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.kit.precondition.EntityTag;

/** A rule as the API shows it. */
@Schema(name = "ModerationRule")
record RuleView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) DecidingRule.Action action,
        @Schema(required = true) Condition condition,
        @Schema(description = "Null: posts of every campaign") @Nullable UUID campaignId,
        @Schema(required = true) boolean enabled,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true, description = "Grows with each change; the ETag is made of it") long version) {

    EntityTag tag() {
        return EntityTag.of(id, version);
    }

    RuleDraft draft() {
        return new RuleDraft(name, action, condition, campaignId, enabled);
    }
}
