package io.groundswell.campaign.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where a campaign stands in its life. */
public enum CampaignStatus {
    DRAFT, LIVE, PAUSED, ENDED;

    /** Returns the states that may follow this one. */
    Set<CampaignStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(LIVE);
            case LIVE -> EnumSet.of(PAUSED, ENDED);
            case PAUSED -> EnumSet.of(LIVE, ENDED);
            case ENDED -> EnumSet.noneOf(CampaignStatus.class);
        };
    }
}
