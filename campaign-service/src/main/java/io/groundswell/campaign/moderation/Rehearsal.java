package io.groundswell.campaign.moderation;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** Which rule to try on which posts. */
@Schema(name = "ModerationRehearsal")
public record Rehearsal(
        @Schema(description = "The rule to try, as if it were the youngest; whether it is enabled makes no difference") @Nullable RuleDraft rule,
        @Schema(description = "In its place, a rule that is stored, enabled or not") @Nullable UUID ruleId,
        @Schema(required = true, description = "Posts that arrived in so many days up to now, 1 to 90", examples = "30") int days) {
    private static final int MOST_DAYS = 90;

    public Rehearsal {
        if ((rule == null) == (ruleId == null)) {
            throw new InvalidValue("", "rule-or-id", "Give a rule to try, or the ruleId of one that is stored.");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidValue("days", "out-of-range", "Must be 1 to %d days.".formatted(MOST_DAYS));
        }
    }
}
