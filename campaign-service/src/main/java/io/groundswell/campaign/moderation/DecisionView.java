package io.groundswell.campaign.moderation;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.campaign.post.PostState;

/** A decision that was taken on a post. */
@Schema(name = "PostDecision")
record DecisionView(
        @Schema(required = true) UUID id,
        @Schema(description = "Where the post stood; null: it was new") @Nullable PostState from,
        @Schema(required = true) PostState to,
        @Schema(description = "The person who decided; null: a rule did, or a changed post meets no rule any longer") @Nullable String decidedBy,
        @Schema(description = "The rule that decided, as it was then") @Nullable DecidingRule rule,
        @Schema(description = "What the person gave as reason") @Nullable String reason,
        @Schema(required = true) Instant decidedAt) {}
