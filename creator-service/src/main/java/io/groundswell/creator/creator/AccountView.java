package io.groundswell.creator.creator;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An account as the API shows it; what no source told is absent. */
@Schema(name = "Account")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountView(
        UUID id,
        Network network,
        @Nullable String handle,
        @Nullable String userId,
        @Nullable String displayName,
        @Nullable Long followers,
        @Schema(description = "The count may be off by less than this; absent: exact") @Nullable Long followersPrecision,
        @Nullable Long following,
        @Nullable Long posts,
        @Schema(description = "Empty: the profile has none; absent: no source told") @Nullable String bio,
        @Nullable String language,
        @Nullable String country,
        @Nullable Boolean verified,
        @Nullable String profileUrl,
        @Schema(description = "Whether the profile has a picture of its own, not the network's placeholder") @Nullable Boolean hasPicture,
        @Schema(description = "When the account was opened") @Nullable Instant joinedAt,
        @Nullable String website,
        @Nullable Tier tier,
        @Schema(description = "When the figures were true") Instant observedAt) {}
