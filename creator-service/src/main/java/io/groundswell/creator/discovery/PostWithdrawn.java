package io.groundswell.creator.discovery;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What campaign-service tells in {@code post.withdrawn}: a post is gone at its source or was taken down.
 *
 * @param campaignIds the campaigns it no longer counts for; empty: all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostWithdrawn(UUID postId, List<UUID> campaignIds) {
    static final String TYPE = "post.withdrawn";

    PostWithdrawn {
        InvalidValue.require(postId, "postId");
        campaignIds = List.copyOf(Objects.requireNonNullElse(campaignIds, List.of()));
    }
}
