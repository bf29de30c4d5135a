package io.groundswell.creator.organising;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.tier.TierAssessment;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A creator on a list; `GET /v1/creators/{id}` has the rest. */
@Schema(name = "CreatorListMember")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberView(
        UUID creatorId,
        String displayName,
        Stage stage,
        @Schema(description = "Of the largest account; absent: no account tells it") @Nullable Long followers,
        @Nullable TierAssessment tier,
        Instant addedAt,
        @Schema(description = "Subject of the token that added them") String addedBy) {}
