package io.groundswell.creator.scoring;

/** What a fit score is made of, in the order in which answers show it. */
public enum FitFeature {
    TOPICS(0, "topics"), LANGUAGES(1, "languages"), COUNTRIES(2, "countries"), TIERS(3, "tiers"), NETWORKS(4, "networks"),
    /** The one that is measured; the others are counted. */
    ENGAGEMENT(5, "engagement rate"), KEYWORDS(6, "keywords");

    private final int place;
    private final String noun;

    FitFeature(int place, String noun) {
        this.place = place;
        this.noun = noun;
    }

    /** Returns its place in a scorer's tables. */
    int place() {
        return place;
    }

    /** Returns what sentences call it. */
    String noun() {
        return noun;
    }
}
