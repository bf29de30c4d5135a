package io.groundswell.creator.creator;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** What people may change of a creator. */
public record CreatorRevision(
        @Schema(description = "1 to 200 characters. Once it was changed by hand, the networks' names no longer replace it") String displayName,
        CreatorKind kind,
        @Schema(description = "Replaces all of them; at most 50, each of 1 to 50 characters, kept without regard to case and width", examples = "[\"summer\", \"vip\"]") List<String> tags,
        @Schema(description = "Links to the person on the roster of advocacy-service; null: no link") @Nullable UUID employeeId) {

    public CreatorRevision {
        displayName = InvalidValue.require(Texts.line("displayName", displayName, 200), "displayName");
        kind = InvalidValue.require(kind, "kind");
        tags = Tags.read("tags", tags);
    }
}
