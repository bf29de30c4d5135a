package io.groundswell.creator.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long is long enough, as it is in force. */
@Schema(name = "PrivacyTerms")
public record PrivacyTerms(
        LocalDate validFrom,
        @Schema(description = "A person must be told within so many calendar months after data was first kept") int noticeMonths,
        @Schema(description = "A creator who did not change for so many days is due for review") int retentionDays,
        @Schema(description = "Who says so") String source) {

    /** Returns until when a person must be told of whom data was first kept at that time; months are those of UTC. */
    static Instant noticeDue(Instant collectedAt, int noticeMonths) {
        return collectedAt.atOffset(ZoneOffset.UTC).plusMonths(noticeMonths).toInstant();
    }
}
