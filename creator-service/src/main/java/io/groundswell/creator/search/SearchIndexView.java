package io.groundswell.creator.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.search.index.IndexStatus;

import com.fasterxml.jackson.annotation.JsonInclude;

/** How the search index is, as the replica that answers keeps it. */
@Schema(name = "SearchIndex")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchIndexView(
        @Schema(description = "BUILDING: for the first time; those indexed so far can be found. READY: all can be found but the changes of the last moment") IndexStatus.State state,
        @Schema(description = "Creators that can be found") long documents,
        @Schema(description = "Creators that changed since and are not indexed yet; 10000 stands for that and more") long pending,
        @Schema(description = "Creators in the next index, which is built while this one answers; absent when none is built") @Nullable Long rebuilt) {

    static SearchIndexView of(IndexStatus status, long pending) {
        return new SearchIndexView(status.state(), status.documents(), pending, status.rebuilt());
    }
}
