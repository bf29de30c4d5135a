package io.groundswell.creator.metrics;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What an account's figures were at one time; what no source told is absent. */
@Schema(name = "Snapshot")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotView(
        @Schema(description = "When the figures were true") Instant observedAt,
        @Schema(description = "Who told: POST, a post that matched a campaign; IMPORT, a file or a form; else the name that came with the snapshot. Absent: the figures were known before and seen for the last time then") @Nullable String source,
        @Nullable Long followers,
        @Schema(description = "The count may be off by less than this; absent: exact") @Nullable Long followersPrecision,
        @Nullable Long following,
        @Schema(description = "Number of posts") @Nullable Long posts,
        @Schema(description = "Reactions, summed over a number of posts") @Nullable EngagementTotals engagement) {}
