package io.groundswell.campaign.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

import com.fasterxml.jackson.databind.JsonNode;

/** A post as the API shows it. */
@Schema(name = "Post")
public record PostView(
        UUID id,
        PostState state,
        @Schema(description = "Why it was rejected or withdrawn") @Nullable String stateReason,
        Network network,
        String networkPostId,
        @Schema(description = "What the network tells of the account: id, handle, displayName, bio, followers, following, posts, verified, country, hasPicture, joinedAt, website", type = SchemaType.OBJECT) JsonNode author,
        @Schema(description = "Plain text; show it as text, never as HTML") String text,
        @Schema(description = "BCP 47, as the author or the network says") @Nullable String language,
        @Schema(description = "BCP 47, by the text; null when it is too short or undecided", examples = "es") @Nullable String detectedLanguage,
        @Nullable String permalink,
        Instant publishedAt,
        @Schema(description = "When the figures were read") Instant observedAt,
        Figures engagement,
        List<String> hashtags,
        List<String> mentions,
        List<String> links,
        @Schema(description = "Objects of type and url", type = SchemaType.ARRAY) JsonNode media,
        @Schema(description = "What was found out about it when it was stored: kind, value, evidence and model of each, as previewPost tells them", type = SchemaType.ARRAY) JsonNode labels,
        List<UUID> campaignIds,
        @Nullable Instant decidedAt,
        @Schema(description = "The moderation rule that decided, as it was then; null when a person decided, or nobody") @Nullable DecidingRule decidedByRule,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {

    /** Reactions; null means that the network hides or does not tell it, which is never 0. */
    @Schema(name = "PostEngagement")
    public record Figures(
            @Nullable Long likes,
            @Nullable Long comments,
            @Nullable Long shares,
            @Nullable Long saves,
            @Nullable Long views,
            @Nullable Long impressions,
            @Nullable Long reach,
            @Schema(description = "Fraction; null when a part is hidden or not told") @Nullable Double rate,
            @Schema(description = "BY_FOLLOWERS, BY_IMPRESSIONS or BY_VIEWS") @Nullable String rateMethod) {}
}
