package io.groundswell.creator.privacy;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Texts;
import io.groundswell.kit.problem.InvalidValue;

/** A workspace's own retention period, from a day on. */
public record PrivacyTermsDraft(
        @Schema(description = "Default: today. Another draft of the same day replaces this one") @Nullable LocalDate validFrom,
        @Schema(required = true, minimum = "1", maximum = "3650", examples = "365") @Nullable Integer retentionDays,
        @Schema(required = true, description = "Who decided it, where it is written down; at most 500 characters", examples = "Records policy 2026, §4") @Nullable String source) {

    private static final int LONGEST_RETENTION = 3650;
    private static final int LONGEST_SOURCE = 500;

    public PrivacyTermsDraft {
        int days = InvalidValue.require(retentionDays, "retentionDays");
        if (days < 1 || days > LONGEST_RETENTION) {
            throw new InvalidValue("retentionDays", "out-of-range", "Must be from 1 to %d.".formatted(LONGEST_RETENTION));
        }
        source = InvalidValue.require(Texts.line("source", source, LONGEST_SOURCE), "source");
    }
}
