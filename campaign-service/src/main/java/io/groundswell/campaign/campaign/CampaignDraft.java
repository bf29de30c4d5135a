package io.groundswell.campaign.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** What a brand decides about a campaign. A draft may be incomplete; the launch gate names what is missing. */
public record CampaignDraft(
        @Schema(description = "1 to 200 characters", examples = "Spring roast", required = true) String name,
        @Schema(description = "Default: CONTENT_CULTIVATION") Objective objective,
        @Schema(description = "Hashtags to listen for, with #; compared after Unicode case folding and NFKC", examples = "[\"#SpringRoast\"]") List<String> hashtags,
        @Schema(description = "Handles to listen for, with @", examples = "[\"@harbourcoffee\"]") List<String> mentions,
        @Schema(description = "Words and phrases to listen for, in any script; found where words begin and end, whatever their case or width", examples = "[\"flat white\", \"拿鐵\"]") List<String> keywords,
        @Schema(description = "Networks to listen on; empty: all") List<Network> networks,
        @Schema(description = "Posts published earlier do not count", examples = "2026-05-01T00:00:00Z") @Nullable Instant startsAt,
        @Schema(description = "Posts published later do not count; needed for launch", examples = "2027-05-31T23:59:59Z") @Nullable Instant endsAt,
        @Schema(description = "What paid or gifted creators must write", examples = "#ad") @Nullable String disclosure,
        @Schema(description = "The agreed metrics, one of each kind") List<Kpi> kpis) {

    public CampaignDraft {
        name = Texts.required("name", name, 200);
        objective = Objects.requireNonNullElse(objective, Objective.CONTENT_CULTIVATION);
        hashtags = Terms.hashtags(Objects.requireNonNullElse(hashtags, List.of()));
        mentions = Terms.mentions(Objects.requireNonNullElse(mentions, List.of()));
        keywords = Terms.keywords(Objects.requireNonNullElse(keywords, List.of()));
        networks = Objects.requireNonNullElse(networks, List.<Network>of()).stream().distinct().toList();
        disclosure = disclosure == null ? null : Texts.required("disclosure", disclosure, 500);
        kpis = List.copyOf(Objects.requireNonNullElse(kpis, List.of()));
        if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)) {
            throw new InvalidValue("endsAt", "not-after-start", "Must be after startsAt.");
        }
        if (kpis.stream().map(Kpi::kind).distinct().count() < kpis.size()) {
            throw new InvalidValue("kpis", "duplicate-kind", "Each kind of KPI may be agreed once.");
        }
    }
}
