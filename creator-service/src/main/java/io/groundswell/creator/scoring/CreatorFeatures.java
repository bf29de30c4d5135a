package io.groundswell.creator.scoring;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What of a profile one creator has, as numbers alone: the form in which many creators are scored. Bit n of a mask stands for
 * the n-th value of {@link FitCriteria#values}; a search index can set it from the list of documents that have the value. Of a
 * topic those documents are meant that have it or one of its children, of a language those that have it or a more precise
 * tag of it ({@code pt}: also {@code pt-BR}).
 *
 * @param engagement engagement rate in millionths; 0 also when it is not known
 */
public record CreatorFeatures(long topics, long languages, long countries, long tiers, long networks, long engagement,
        long keywords) {

    /** Compares what is known of a creator with what is wanted. */
    static CreatorFeatures of(FitCriteria wanted, CreatorEvidence known) {
        return new CreatorFeatures(
                mask(FitFeature.TOPICS, wanted, known),
                mask(FitFeature.LANGUAGES, wanted, known),
                mask(FitFeature.COUNTRIES, wanted, known),
                mask(FitFeature.TIERS, wanted, known),
                mask(FitFeature.NETWORKS, wanted, known),
                known.engagementRate() == null ? 0 : Micros.of(known.engagementRate()),
                mask(FitFeature.KEYWORDS, wanted, known));
    }

    /** Returns how many of the wanted values there are, or the engagement rate in millionths. */
    long raw(FitFeature feature) {
        return feature == FitFeature.ENGAGEMENT ? engagement : Long.bitCount(mask(feature));
    }

    /** Tells whether the n-th wanted value is there. */
    boolean has(FitFeature feature, int n) {
        return (mask(feature) >>> n & 1) == 1;
    }

    private long mask(FitFeature feature) {
        return switch (feature) {
            case TOPICS -> topics;
            case LANGUAGES -> languages;
            case COUNTRIES -> countries;
            case TIERS -> tiers;
            case NETWORKS -> networks;
            case ENGAGEMENT -> 0;
            case KEYWORDS -> keywords;
        };
    }

    private static long mask(FitFeature feature, FitCriteria criteria, CreatorEvidence evidence) {
        List<String> wanted = criteria.values(feature);
        List<String> known = evidence.values(feature);
        long mask = 0;
        for (int n = 0; n < wanted.size(); n++) {
            if (isAmong(known, wanted.get(n), feature)) {
                mask |= 1L << n;
            }
        }
        return mask;
    }

    private static boolean isAmong(@Nullable List<String> known, String wanted, FitFeature feature) {
        if (known == null) {
            return false;
        }
        return known.contains(wanted) || (feature == FitFeature.LANGUAGES
                && known.stream().anyMatch(language -> language.startsWith(wanted + "-")));
    }
}
