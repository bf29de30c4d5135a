package io.groundswell.campaign.listening.webhook;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that was delivered, as the API shows it. */
@Schema(name = "WebhookDelivery")
public record DeliveryView(
        UUID id,
        Instant receivedAt,
        @Schema(description = "When it happened, as Meta tells") @Nullable Instant happenedAt,
        @Schema(description = "The Instagram account that it is about") String accountId,
        @Schema(description = "comments, mentions, story_insights, …") String field,
        DeliveryOutcome outcome,
        @Schema(description = "What was made of it, or what is missing") String detail,
        @Nullable String mediaId,
        @Nullable String commentId) {}
