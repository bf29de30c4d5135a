package io.groundswell.campaign.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A campaign as the API shows it. */
@Schema(name = "Campaign")
public record CampaignView(
        UUID id,
        CampaignStatus status,
        String name,
        Objective objective,
        List<String> hashtags,
        List<String> mentions,
        List<String> keywords,
        List<Network> networks,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String disclosure,
        List<Kpi> kpis,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant launchedAt,
        @Nullable Instant endedAt,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {}
