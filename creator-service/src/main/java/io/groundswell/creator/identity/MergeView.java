package io.groundswell.creator.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A merge as the API shows it. */
@Schema(name = "Merge")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MergeView(
        UUID id,
        @Schema(description = "The creator who remains") UUID survivorId,
        @Schema(description = "The creator who was taken in") UUID absorbedId,
        @Schema(description = "The accounts that changed hands") List<UUID> accountIds,
        @Nullable String reason,
        Instant mergedAt,
        @Schema(description = "Subject of the token") String mergedBy,
        @Schema(description = "Absent: the merge stands") @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {}
