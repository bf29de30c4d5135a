package io.groundswell.campaign.moderation;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.kit.problem.InvalidValue;

/** A rule as people write it. */
@Schema(name = "ModerationRuleDraft")
public record RuleDraft(
        @Schema(required = true, description = "1 to 100 characters; shown with each post that it decides on", examples = "No competitors") String name,
        @Schema(required = true, description = "BLOCK makes a post REJECTED, QUARANTINE QUARANTINED, ALLOW APPROVED") DecidingRule.Action action,
        @Schema(required = true) Condition condition,
        @Schema(description = "Only posts that belong to this campaign; absent: all posts") @Nullable UUID campaignId,
        @Schema(description = "Whether it decides. Absent: false, so that it can be rehearsed first") @Nullable Boolean enabled) {

    private static final int LONGEST_NAME = 100;

    public RuleDraft {
        name = InvalidValue.require(name, "name").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new InvalidValue("name", "out-of-range", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new InvalidValue("name", "control-character", "A name must not contain control characters or broken ones.");
        }
        InvalidValue.require(action, "action");
        InvalidValue.require(condition, "condition");
    }

    boolean isEnabled() {
        return Boolean.TRUE.equals(enabled);
    }

    Rule as(UUID id) {
        return new Rule(id, name, action, condition, campaignId);
    }

    /** Returns how large its pattern is once compiled; 0 when it has none. */
    int regexSize() {
        return condition instanceof Condition.Regex regex ? regex.compiled().programSize() : 0;
    }
}
