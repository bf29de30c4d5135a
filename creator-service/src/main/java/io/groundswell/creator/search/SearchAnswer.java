package io.groundswell.creator.search;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.CreatorView;
import io.groundswell.creator.search.index.IndexStatus;
import io.groundswell.kit.paging.PageLinks;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A page of creators that were found. */
@Schema(name = "CreatorSearchPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchAnswer(
        @Schema(description = "As they are now; who was erased or merged in the last moment is left out, so a page may be short") List<CreatorView> items,
        PageLinks page,
        @Schema(description = "By the name of each facet asked for: its values, the most frequent first, at most 100. Exact within the other criteria; a facet does not regard the criterion of its own name, so it shows what else could be chosen. A creator with several values counts for each") @Nullable Map<String, List<FacetValue>> facets,
        @Schema(description = "Creators that match, as the index knows them; when it was asked for") @Nullable Long total,
        IndexState index) {

    /** Keeps an unchangeable copy of the items. */
    public SearchAnswer {
        items = List.copyOf(items);
    }

    /** A value and how many have it. */
    @Schema(name = "FacetValue")
    public record FacetValue(String value, long count) {}

    /** What was searched. */
    @Schema(name = "SearchedIndex")
    public record IndexState(
            @Schema(description = "BUILDING: for the first time; only those indexed so far were searched") IndexStatus.State state,
            @Schema(description = "Creators that are indexed") long documents) {}
}
