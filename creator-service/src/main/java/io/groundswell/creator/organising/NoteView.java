package io.groundswell.creator.organising;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A note as the API shows it. */
@Schema(name = "Note")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteView(
        UUID id,
        UUID creatorId,
        @Schema(description = "Subject of the token that wrote it") String author,
        String text,
        @Schema(description = "Subject of the token that changed it last; absent: nobody did") @Nullable String editedBy,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {

    EntityTag tag() {
        return EntityTag.of(id, version);
    }
}
