package io.groundswell.creator.tier;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.reference.Provenance;
import io.groundswell.kit.problem.InvalidValue;

/** A scheme that somebody adds. */
public record TierSchemeDraft(
        @Schema(required = true, description = "Name, in kebab-case, at most 60 characters. A name is used once", examples = "coffee-2026") String scheme,
        @Schema(required = true, description = "Smallest first; only the last has no `upTo`. A tier that is left out has no creators") List<TierBand> bands,
        @Schema(required = true, description = "First day on which it holds, UTC") LocalDate validFrom,
        @Schema(required = true, description = "Who decided it and why: 1 to 500 characters") String source) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 60;
    private static final long MOST_FOLLOWERS = 10_000_000_000L;

    public TierSchemeDraft {
        InvalidValue.require(scheme, "scheme");
        if (!isName(scheme)) {
            throw new InvalidValue("scheme", "invalid-name",
                    "A name has 1 to %d lower-case letters, digits and hyphens between them.".formatted(LONGEST_NAME));
        }
        source = new Provenance(validFrom, source).source();
        bands = bands(bands);
    }

    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    private static List<TierBand> bands(List<TierBand> told) {
        InvalidValue.require(told, "bands");
        if (told.isEmpty() || told.size() > Tier.values().length) {
            throw new InvalidValue("bands", "out-of-range", "A scheme has 1 to %d bands.".formatted(Tier.values().length));
        }
        for (int i = 0; i < told.size(); i++) {
            String place = "bands." + i;
            TierBand band = InvalidValue.require(told.get(i), place);
            InvalidValue.require(band.tier(), place + ".tier");
            check(place, band, i == 0 ? null : told.get(i - 1), i == told.size() - 1);
        }
        return List.copyOf(told);
    }

    private static void check(String place, TierBand band, @Nullable TierBand former, boolean isLast) {
        Long end = band.upTo();
        if (isLast != (end == null)) {
            throw new InvalidValue(place + ".upTo", isLast ? "not-last" : "required",
                    "Every band but the last has an upper end, and the last has none.");
        }
        if (end != null && (end < 0 || end > MOST_FOLLOWERS)) {
            throw new InvalidValue(place + ".upTo", "out-of-range", "Must be from 0 to %d.".formatted(MOST_FOLLOWERS));
        }
        if (former != null && former.tier().compareTo(band.tier()) >= 0) {
            throw new InvalidValue(place + ".tier", "out-of-order", "Tiers come smallest first, each once.");
        }
        if (former != null && end != null && former.upTo() != null && former.upTo() >= end) {
            throw new InvalidValue(place + ".upTo", "out-of-order", "The bands must grow.");
        }
    }

    Provenance provenance() {
        return new Provenance(validFrom, source);
    }
}
