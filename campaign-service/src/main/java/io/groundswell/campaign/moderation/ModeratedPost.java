package io.groundswell.campaign.moderation;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Label;

/**
 * What of a post rules look at.
 *
 * @param authorId the network's id of the account; at least one of id and handle is known
 * @param text plain text
 * @param detectedLanguage BCP 47, by the text
 * @param labels what was found out about it; that it is a near-duplicate is one of them
 * @param campaignIds the campaigns that it belongs to
 */
public record ModeratedPost(Network network, @Nullable String authorId, @Nullable String authorHandle, String text,
        @Nullable String detectedLanguage, List<Label> labels, Set<UUID> campaignIds) {

    public ModeratedPost {
        labels = List.copyOf(labels);
        campaignIds = Set.copyOf(campaignIds);
    }
}
