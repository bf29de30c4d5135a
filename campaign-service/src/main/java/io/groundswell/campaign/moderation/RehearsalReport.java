package io.groundswell.campaign.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.campaign.post.PostState;

/** What would be otherwise if a rule decided. */
@Schema(name = "ModerationRehearsalReport")
record RehearsalReport(
        @Schema(required = true, description = "Posts that were looked at, the newest first") int posts,
        @Schema(required = true, description = "False: there are more posts in these days than are looked at, which is 20,000") boolean complete,
        @Schema(required = true, description = "When the oldest day begins") Instant since,
        @Schema(required = true, description = "Posts that meet the rule's condition, whatever becomes of them") int matching,
        @Schema(required = true, description = "Of these, posts on which a person decided: they would stay as they are") int decidedByPeople,
        @Schema(required = true, description = "Of these, posts on which another rule goes before") int decidedByOtherRules,
        @Schema(required = true, description = "Posts that would be in another state, by their state now and then") List<Change> changes,
        @Schema(required = true, description = "The newest posts that would be in another state, 20 at most") List<Example> examples) {

    /** Posts that would go from one state to another. */
    @Schema(name = "ModerationRehearsalChange")
    record Change(@Schema(required = true) PostState from, @Schema(required = true) PostState to,
            @Schema(required = true) int posts) {}

    /** A post that would be in another state. */
    @Schema(name = "ModerationRehearsalExample")
    record Example(@Schema(required = true) UUID postId, @Schema(required = true) PostState from,
            @Schema(required = true) PostState to, @Schema(required = true) List<DecidingRule.Evidence> evidence) {}
}
