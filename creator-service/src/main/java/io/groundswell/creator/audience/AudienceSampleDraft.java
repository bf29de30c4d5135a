package io.groundswell.creator.audience;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** How many followers each of some followers of an account has: numbers, and nobody's name. */
@Schema(name = "AudienceSampleDraft")
public record AudienceSampleDraft(
        @Schema(required = true, description = "1 to 50000 counts, one for each follower in the sample, picked by chance", examples = "[12, 340, 1, 0, 87, 2210]") List<Long> followerCounts,
        @Schema(description = "When the sample was taken; default: now") @Nullable Instant takenAt) {

    private static final int MOST = 50_000;
    /** More than there are people. */
    private static final long MAX_COUNT = 10_000_000_000L;

    public AudienceSampleDraft {
        List<Long> told = InvalidValue.require(followerCounts, "followerCounts");
        if (told.isEmpty() || told.size() > MOST) {
            throw new InvalidValue("followerCounts", "out-of-range", "A sample has 1 to %d counts.".formatted(MOST));
        }
        for (int i = 0; i < told.size(); i++) {
            long count = InvalidValue.require(told.get(i), "followerCounts." + i);
            if (count < 0 || count > MAX_COUNT) {
                throw new InvalidValue("followerCounts." + i, "out-of-range", "Must be from 0 to %d.".formatted(MAX_COUNT));
            }
        }
        followerCounts = List.copyOf(told);
    }
}
