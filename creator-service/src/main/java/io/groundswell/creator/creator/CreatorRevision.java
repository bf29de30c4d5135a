package io.groundswell.creator.creator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** What people may change of a creator. */
public record CreatorRevision(
        @Schema(description = "1 to 200 characters. Once it was changed by hand, the networks' names no longer replace it") String displayName,
        CreatorKind kind) {

    public CreatorRevision {
        displayName = InvalidValue.require(Texts.line("displayName", displayName, 200), "displayName");
        kind = InvalidValue.require(kind, "kind");
    }
}
