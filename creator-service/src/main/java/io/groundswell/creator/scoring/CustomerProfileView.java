package io.groundswell.creator.scoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer profile as the API shows it. */
@Schema(name = "CustomerProfile")
public record CustomerProfileView(
        UUID id,
        String name,
        FitCriteria criteria,
        FitWeights weights,
        @Schema(description = "The score model that was in force when this version was saved", examples = "fit-2026-1") String model,
        @Schema(description = "The most points that each wanted feature can give; together 100") List<FeaturePoints> points,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Grows with each change; the ETag is made of it, and scores name it") long version) {}
