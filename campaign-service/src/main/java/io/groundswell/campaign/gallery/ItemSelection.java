package io.groundswell.campaign.gallery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** Posts to add to a collection. */
public record ItemSelection(
        @Schema(required = true, description = "1 to 500 ids; one that is named twice counts once") List<UUID> postIds) {
    private static final int MOST = 500;

    public ItemSelection {
        List<UUID> told = InvalidValue.require(postIds, "postIds");
        if (told.isEmpty() || told.size() > MOST) {
            throw new InvalidValue("postIds", "out-of-range", "Name 1 to %d posts.".formatted(MOST));
        }
        for (int i = 0; i < told.size(); i++) {
            InvalidValue.require(told.get(i), "postIds." + i);
        }
        postIds = List.copyOf(new LinkedHashSet<>(told));
    }
}
