package io.groundswell.creator.audience;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.precondition.EntityTag;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What is kept of a sample of an audience, as the API shows it. */
@Schema(name = "AudienceSample")
public record AudienceSampleView(
        UUID accountId,
        @Schema(description = "When the sample was taken") Instant takenAt,
        @Schema(description = "How many followers it has") long size,
        @Schema(description = "How many of them nobody follows") long zeros,
        @Schema(description = "How many of their follower counts begin with 1, 2, ... 9", examples = "[61, 35, 25, 19, 16, 13, 12, 10, 9]") List<Long> firstDigits,
        @JsonIgnore @Schema(hidden = true) UUID revision) {

    EntityTag tag() {
        return new EntityTag(revision.toString());
    }
}
