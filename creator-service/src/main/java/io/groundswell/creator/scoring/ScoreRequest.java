package io.groundswell.creator.scoring;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** Creators to rank by how well they fit a profile. */
@Schema(name = "ScoreRequest")
public record ScoreRequest(
        @Schema(required = true) UUID profileId,
        @Schema(description = "Default: the latest", minimum = "0") @Nullable Long profileVersion,
        @Schema(required = true, description = "1 to 1000; one that comes twice counts once") List<UUID> creatorIds) {

    private static final int MAX_CREATORS = 1000;

    public ScoreRequest {
        profileId = InvalidValue.require(profileId, "profileId");
        creatorIds = FitCriteria.sorted("creatorIds", InvalidValue.require(creatorIds, "creatorIds"), MAX_CREATORS,
                UnaryOperator.identity());
        if (creatorIds.isEmpty()) {
            throw new InvalidValue("creatorIds", "out-of-range", "Name 1 to %d creators.".formatted(MAX_CREATORS));
        }
    }
}
