package io.groundswell.campaign.rights.request;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

/** How a workspace asks, as it is in force. */
@Schema(name = "RightsSettings")
public record RightsSettings(
        Instant validFrom,
        @Schema(description = "What authors write to say yes; null: each request names its own", examples = "#yesHarbour") @Nullable String approvalHashtag,
        @Schema(description = "The brand's handle on each network") Map<Network, String> brandMentions,
        @Schema(description = "On each network") int requestsPerHour,
        @Schema(description = "On each network, within 24 hours") int requestsPerDay,
        @Schema(description = "Days in which an author can answer") int answerDays,
        @Schema(description = "Days in which an author who declined is not asked again") int coolDownDays,
        @Schema(description = "Days before its end in which a grant is shown as EXPIRING") int expiringDays,
        @Schema(description = "The workspace's own templates by language; for a language without, the built-in ones are used") Map<String, List<String>> texts,
        @Schema(description = "Who says so") String source) {

    public RightsSettings {
        brandMentions = Map.copyOf(brandMentions);
        texts = Map.copyOf(texts);
    }

    /** Returns these with what the draft changes, from that time on. */
    RightsSettings with(RightsSettingsDraft draft, Instant from) {
        Map<Network, String> mentions = new EnumMap<>(Network.class);
        mentions.putAll(brandMentions);
        mentions.putAll(draft.brandMentions());
        return new RightsSettings(from, draft.approvalHashtag() == null ? approvalHashtag : draft.approvalHashtag(), mentions,
                Objects.requireNonNullElse(draft.requestsPerHour(), requestsPerHour),
                Objects.requireNonNullElse(draft.requestsPerDay(), requestsPerDay),
                Objects.requireNonNullElse(draft.answerDays(), answerDays),
                Objects.requireNonNullElse(draft.coolDownDays(), coolDownDays),
                Objects.requireNonNullElse(draft.expiringDays(), expiringDays),
                draft.texts() == null ? texts : draft.texts(), draft.source());
    }
}
