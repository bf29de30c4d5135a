package io.groundswell.campaign.rights.request;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.problem.InvalidValue;

/** What a workspace changes about how it asks. What is left out stays as it is. */
public record RightsSettingsDraft(
        @Nullable String approvalHashtag,
        @Schema(description = "Added to those that are set") Map<Network, String> brandMentions,
        @Schema(description = "1 to 1000") @Nullable Integer requestsPerHour,
        @Schema(description = "1 to 10000") @Nullable Integer requestsPerDay,
        @Schema(description = "1 to 90") @Nullable Integer answerDays,
        @Schema(description = "0 to 3650") @Nullable Integer coolDownDays,
        @Schema(description = "0 to 365") @Nullable Integer expiringDays,
        @Schema(description = "By language (en, de, es, fr, ja, zh-Hans, zh-Hant), 2 to 20 different templates of 1000 characters at most, each with {handle}, {hashtag} and {mention}; replaces those that are set") @Nullable Map<String, List<String>> texts,
        @Schema(required = true, description = "Who decided it; 1 to 500 characters", examples = "Community team, 2026-05-04") String source) {

    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_TEXT = 1000;
    private static final int FEWEST_TEXTS = 2;
    private static final int MOST_TEXTS = 20;

    public RightsSettingsDraft {
        approvalHashtag = approvalHashtag == null ? null : Signs.hashtag("approvalHashtag", approvalHashtag);
        brandMentions = Map.copyOf(Objects.requireNonNullElse(brandMentions, Map.of()));
        brandMentions.forEach((network, mention) -> Signs.mention("brandMentions." + network, mention));
        requireRange("requestsPerHour", requestsPerHour, 1, 1000);
        requireRange("requestsPerDay", requestsPerDay, 1, 10_000);
        requireRange("answerDays", answerDays, 1, 90);
        requireRange("coolDownDays", coolDownDays, 0, 3650);
        requireRange("expiringDays", expiringDays, 0, 365);
        if (texts != null) {
            texts = Map.copyOf(texts);
            texts.forEach(RightsSettingsDraft::requireTemplates);
        }
        source = InvalidValue.require(source, "source").strip();
        if (source.isEmpty() || source.length() > LONGEST_SOURCE || source.indexOf('\0') >= 0) {
            throw new InvalidValue("source", "invalid", "Must be 1 to %d characters.".formatted(LONGEST_SOURCE));
        }
    }

    private static void requireRange(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new InvalidValue(field, "out-of-range", "Must be from %d to %d.".formatted(least, most));
        }
    }

    private static void requireTemplates(String language, List<String> templates) {
        String field = "texts." + language;
        try {
            RequestLocale.ofTag(language);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(field, "unknown-language", String.valueOf(e.getMessage()));
        }
        if (templates.size() < FEWEST_TEXTS || templates.size() > MOST_TEXTS
                || new HashSet<>(templates).size() < templates.size()) {
            throw new InvalidValue(field, "out-of-range",
                    "Give %d to %d different templates.".formatted(FEWEST_TEXTS, MOST_TEXTS));
        }
        for (int i = 0; i < templates.size(); i++) {
            if (!RequestText.isTemplate(templates.get(i)) || templates.get(i).length() > LONGEST_TEXT) {
                throw new InvalidValue(field + "." + i, "invalid-template",
                        "Must have {handle}, {hashtag} and {mention}, and %d characters at most.".formatted(LONGEST_TEXT));
            }
        }
    }
}
