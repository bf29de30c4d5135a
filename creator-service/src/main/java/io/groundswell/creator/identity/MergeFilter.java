package io.groundswell.creator.identity;

import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.CursorScope;

/** Which merges a list is to hold. What is absent excludes none. */
public class MergeFilter {
    @QueryParam("creatorId")
    @Parameter(description = "In which this creator had a part, on either side")
    @Nullable
    UUID creatorId;
    @QueryParam("undone")
    @Parameter(description = "true: those that were taken back; false: those that stand")
    @Nullable
    Boolean undone;

    CursorScope scope(CursorScope list) {
        return list.with("creatorId", creatorId).with("undone", undone);
    }
}
