package io.groundswell.creator.organising;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A list as the API shows it, without its members. */
@Schema(name = "CreatorList")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListView(
        UUID id,
        String name,
        @Nullable String description,
        @Schema(description = "Subject of the token that created it") String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Grows with each change of name or description, not with members; the ETag is made of it") long version) {

    EntityTag tag() {
        return EntityTag.of(id, version);
    }
}
