package io.groundswell.creator.privacy;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.creator.Stage;

/** A person about whom something must be done. */
@Schema(name = "DueCreator")
public record DueCreator(UUID creatorId, Stage stage,
        @Schema(description = "When data on the person was first kept") Instant collectedAt,
        @Schema(description = "When it last changed") Instant updatedAt,
        @Schema(description = "Until when it must be done") Instant dueAt) {}
