package io.groundswell.creator.organising;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** Creators to add to a list or to remove from it. */
public record MemberSelection(
        @Schema(required = true, description = "1 to 1000 ids; one that is named twice counts once") List<UUID> creatorIds) {

    private static final int MOST = 1000;

    public MemberSelection {
        List<UUID> told = InvalidValue.require(creatorIds, "creatorIds");
        if (told.isEmpty() || told.size() > MOST) {
            throw new InvalidValue("creatorIds", "out-of-range", "Name 1 to %d creators.".formatted(MOST));
        }
        for (int i = 0; i < told.size(); i++) {
            InvalidValue.require(told.get(i), "creatorIds." + i);
        }
        creatorIds = List.copyOf(new LinkedHashSet<>(told));
    }
}
