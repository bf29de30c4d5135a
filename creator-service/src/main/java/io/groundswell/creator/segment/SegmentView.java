package io.groundswell.creator.segment;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.search.SearchCriteria;
import io.groundswell.kit.precondition.EntityTag;

/** A kept search as the API shows it. */
@Schema(name = "Segment")
public record SegmentView(UUID id, String name, SearchCriteria criteria, Instant createdAt, Instant updatedAt,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {

    EntityTag tag() {
        return EntityTag.of(id, version);
    }
}
