package io.groundswell.campaign.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.groundswell.kit.problem.FieldError;

/** What must be agreed before the first post is listened for: a campaign without a measure of success has none. */
final class LaunchGate {
    private LaunchGate() {}

    /** Returns every unmet item, none when the campaign may go live. */
    static List<FieldError> unmet(CampaignDraft campaign, Instant now) {
        List<FieldError> unmet = new ArrayList<>();
        if (campaign.hashtags().isEmpty() && campaign.mentions().isEmpty() && campaign.keywords().isEmpty()) {
            unmet.add(new FieldError("#/hashtags", "missing-terms",
                    "Add at least one hashtag, mention or keyword to listen for."));
        }
        if (campaign.kpis().stream().noneMatch(kpi -> kpi.kind().isHashtagUse())) {
            unmet.add(new FieldError("#/kpis", "missing-hashtag-kpi",
                    "Agree a target for HASHTAG_POSTS or HASHTAG_AUTHORS."));
        }
        if (campaign.kpis().stream().noneMatch(kpi -> kpi.kind() == KpiKind.ENGAGEMENT_RATE)) {
            unmet.add(new FieldError("#/kpis", "missing-engagement-kpi", "Agree a target for ENGAGEMENT_RATE."));
        }
        if (campaign.endsAt() == null) {
            unmet.add(new FieldError("#/endsAt", "missing-end", "Set the end of the campaign."));
        } else if (!campaign.endsAt().isAfter(now)) {
            unmet.add(new FieldError("#/endsAt", "end-passed", "Set an end that lies in the future."));
        }
        return unmet;
    }
}
