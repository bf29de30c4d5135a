package io.groundswell.creator.metrics;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Figures;
import io.groundswell.kit.problem.InvalidValue;

/** Figures of an account that somebody measured. What is not told is absent, which is never 0. */
public record SnapshotDraft(
        @Schema(description = "When the figures were true; default: now. Neither in the future nor before what is known") @Nullable Instant observedAt,
        @Schema(required = true, description = "Who measured them: 1 to 100 characters", examples = "Instagram Graph API") String source,
        @Schema(minimum = "0", maximum = "10000000000") @Nullable Long followers,
        @Schema(description = "The count may be off by less than this: 100 when it was shown as 12.3K", minimum = "1") @Nullable Long followersPrecision,
        @Schema(minimum = "0", maximum = "10000000000") @Nullable Long following,
        @Schema(description = "Number of posts", minimum = "0", maximum = "10000000000") @Nullable Long posts,
        @Schema(description = "Reactions, summed over a number of recent posts") @Nullable EngagementTotals engagement) {

    private static final int LONGEST_SOURCE = 100;
    private static final long MOST = 10_000_000_000L;

    public SnapshotDraft {
        source = InvalidValue.require(source, "source").strip();
        if (source.isEmpty() || source.codePointCount(0, source.length()) > LONGEST_SOURCE) {
            throw new InvalidValue("source", "out-of-range", "Must have 1 to %d characters.".formatted(LONGEST_SOURCE));
        }
        if (source.codePoints().anyMatch(SnapshotDraft::isUnprintable)) {
            throw new InvalidValue("source", "control-character", "Must be one line of text without control characters.");
        }
        requireCount("followers", followers, 0);
        requireCount("followersPrecision", followersPrecision, 1);
        requireCount("following", following, 0);
        requireCount("posts", posts, 0);
        if (followers == null && following == null && posts == null && engagement == null) {
            throw new InvalidValue("", "empty", "A snapshot has at least one of followers, following, posts and engagement.");
        }
    }

    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static void requireCount(String field, @Nullable Long count, long least) {
        if (count != null && (count < least || count > MOST)) {
            throw new InvalidValue(field, "out-of-range", "Must be from %d to %d.".formatted(least, MOST));
        }
    }

    Figures figures() {
        return new Figures(followers, followersPrecision, following, posts);
    }
}
