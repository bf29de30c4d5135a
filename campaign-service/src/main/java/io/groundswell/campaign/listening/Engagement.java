package io.groundswell.campaign.listening;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** How people reacted. Null means that the network hides or does not tell it, which is never 0. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Engagement(
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long shares,
        @Nullable Long saves,
        @Nullable Long views,
        @Nullable Long impressions,
        @Nullable Long reach) {

    /** For networks that tell nothing with the post. */
    public static final Engagement UNKNOWN = new Engagement(null, null, null, null, null, null, null);
}
