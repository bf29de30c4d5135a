package io.groundswell.campaign.moderation;

import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.DecidingRule;

/**
 * A rule that decides.
 *
 * @param id grows with time, so the smaller one is the older rule
 * @param campaignId whose posts it is about; null: all
 */
record Rule(UUID id, String name, DecidingRule.Action action, Condition condition, @Nullable UUID campaignId) {
    /** The order in which rules decide: by action, and among equal actions the oldest first. */
    static final Comparator<Rule> ORDER = Comparator.comparing(Rule::action).thenComparing(Rule::id);

    boolean concerns(ModeratedPost post) {
        return campaignId == null || post.campaignIds().contains(campaignId);
    }
}
