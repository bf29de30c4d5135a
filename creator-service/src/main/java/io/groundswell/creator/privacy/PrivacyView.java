package io.groundswell.creator.privacy;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;

import com.fasterxml.jackson.annotation.JsonInclude;

/** By what right data on a creator is kept, and what the person was told and said. */
@Schema(name = "CreatorPrivacy")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrivacyView(
        UUID creatorId,
        LawfulBasis lawfulBasis,
        @Schema(description = "Where it is written down") @Nullable String basisSource,
        Instant basisSince,
        AgeGroup ageGroup,
        @Schema(description = "How the age is known") @Nullable String ageSource,
        @Nullable Instant ageSince,
        @Schema(description = "When data on the person was first kept") Instant collectedAt,
        @Schema(description = "Until when the person must be told (Art. 14 GDPR)") Instant noticeDueAt,
        @Schema(description = "Absent: not told yet") @Nullable Instant noticeSentAt,
        @Schema(description = "By which way the person was told") @Nullable String noticeChannel,
        @Schema(description = "Absent: no objection") @Nullable Instant objectedAt,
        @Nullable String objectionReason,
        @Schema(description = "Only of a person who was erased") @Nullable ErasureView erasure,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {

    EntityTag tag() {
        return EntityTag.of(creatorId, version);
    }
}
