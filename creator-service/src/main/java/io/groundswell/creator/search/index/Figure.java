package io.groundswell.creator.search.index;

/** A number that creators can be limited to and ordered by. */
public enum Figure {
    /** Of the largest account. */
    FOLLOWERS,
    /** Engagement rate of the largest account that has one, in millionths. */
    ENGAGEMENT;

    /** Stands for a figure that is not known; every known one is greater. */
    public static final long UNKNOWN = -1;

    /** Returns the field that orders. */
    String field() {
        return "figure." + name();
    }

    /** Returns the field that limits. */
    String pointField() {
        return "range." + name();
    }
}
