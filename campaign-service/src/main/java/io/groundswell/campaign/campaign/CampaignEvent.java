package io.groundswell.campaign.campaign;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the other services are told of a campaign that was launched or ended. */
record CampaignEvent(String name, List<String> hashtags, @Nullable Instant startsAt, @Nullable Instant endsAt) {
    static final String LAUNCHED = "campaign.launched";
    static final String ENDED = "campaign.ended";

    static CampaignEvent of(CampaignDraft campaign) {
        return new CampaignEvent(campaign.name(), campaign.hashtags(), campaign.startsAt(), campaign.endsAt());
    }
}
