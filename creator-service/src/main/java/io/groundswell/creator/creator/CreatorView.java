package io.groundswell.creator.creator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.TierAssessment;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A creator as the API shows it. */
@Schema(name = "Creator")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreatorView(
        UUID id,
        String displayName,
        CreatorKind kind,
        Stage stage,
        @Schema(description = "Of the person on the roster of advocacy-service") @Nullable UUID employeeId,
        @Schema(description = "The closest way in which the creator came to notice") DiscoveredVia discoveredVia,
        @Schema(description = "In the order of the alphabet") List<String> tags,
        @Schema(description = "Of the largest account; absent when no account tells its followers") @Nullable TierAssessment tier,
        @Schema(description = "Largest first") List<AccountView> accounts,
        @Schema(description = "Only in lists of one campaign") @Nullable ParticipationView participation,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {}
