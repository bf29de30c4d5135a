package io.groundswell.campaign.campaign;

/** What success can be measured by. */
public enum KpiKind {
    /** Posts that carry one of the campaign's hashtags. */
    HASHTAG_POSTS(Unit.COUNT),
    /** Distinct accounts that published them. */
    HASHTAG_AUTHORS(Unit.COUNT),
    /** Median engagement rate of those posts, as a fraction. */
    ENGAGEMENT_RATE(Unit.FRACTION);

    /** What a figure counts in. */
    public enum Unit {
        COUNT, FRACTION
    }

    private final Unit unit;

    KpiKind(Unit unit) {
        this.unit = unit;
    }

    /** Returns the unit of target and actual. */
    public Unit unit() {
        return unit;
    }

    boolean isHashtagUse() {
        return this == HASHTAG_POSTS || this == HASHTAG_AUTHORS;
    }
}
