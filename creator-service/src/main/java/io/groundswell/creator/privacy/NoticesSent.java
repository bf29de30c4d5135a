package io.groundswell.creator.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** That many people were told that data about them is kept. */
public record NoticesSent(
        @Schema(required = true, description = "1 to 1000 creators") @Nullable List<UUID> creatorIds,
        @Schema(required = true, description = "By which way; at most 100 characters", examples = "e-mail campaign of May") @Nullable String channel,
        @Schema(description = "Default: now") @Nullable Instant sentAt) {

    private static final int MOST = 1_000;

    public NoticesSent {
        creatorIds = List.copyOf(InvalidValue.require(creatorIds, "creatorIds"));
        if (creatorIds.isEmpty() || creatorIds.size() > MOST) {
            throw new InvalidValue("creatorIds", "out-of-range", "Name 1 to %d creators.".formatted(MOST));
        }
        channel = NoticeSent.channel(channel);
    }
}
