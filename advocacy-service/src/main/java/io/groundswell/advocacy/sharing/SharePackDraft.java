package io.groundswell.advocacy.sharing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** What a marketer puts into a share pack. */
public record SharePackDraft(
        @Schema(description = "The campaign it is for", examples = "0199c59f-0000-7000-8000-000000000001", required = true) UUID campaignId,
        @Schema(description = "1 to 200 characters", examples = "Spring roast: the tasting", required = true) String title,
        @Schema(description = "Where the short links lead, http or https; utm_source, utm_medium, utm_campaign and utm_content are set", examples = "https://example.com/spring", required = true) String landingUrl,
        @Schema(description = "What marks the post as advertising; it is put into the first line. Default: #ad", examples = "#ad #harbouremployee") @Nullable String disclosure,
        @Schema(description = "1 to 50 wordings", required = true) List<Variant> variants) {
    private static final int MAX_VARIANTS = 50;
    private static final String DEFAULT_DISCLOSURE = "#ad";

    public SharePackDraft {
        InvalidValue.require(campaignId, "campaignId");
        title = Texts.required("title", title, 200);
        landingUrl = LandingUrl.parse(landingUrl).url();
        disclosure = disclosure == null ? DEFAULT_DISCLOSURE : Texts.required("disclosure", disclosure, 200);
        if (disclosure.lines().count() > 1) {
            throw new InvalidValue("disclosure", "several-lines", "Must be one line.");
        }
        variants = Objects.requireNonNullElse(variants, List.of());
        if (variants.isEmpty() || variants.size() > MAX_VARIANTS || variants.contains(null)) {
            throw new InvalidValue("variants", "wrong-count", "Give 1 to %d wordings.".formatted(MAX_VARIANTS));
        }
        variants = List.copyOf(variants);
    }
}
