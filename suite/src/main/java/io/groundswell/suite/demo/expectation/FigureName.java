package io.groundswell.suite.demo.expectation;

import java.util.Locale;

/** The names under which the demo counts, so that the computed and the reported figure meet. */
public final class FigureName {

    public static final String CREATORS = "creators";
    public static final String SHARES = "shares";
    public static final String CLICKS = "clicks";
    public static final String CLICKS_OF_BOTS = "clicks left out, bots";
    public static final String CLICKS_REPEATED = "clicks left out, repeats";

    private FigureName() {}

    /** Lines of a file's report with that outcome, such as {@code MATCHED} or {@code CREATED}. */
    public static String outcome(String file, String outcome) {
        return file + ": " + outcome.toLowerCase(Locale.ROOT);
    }

    /** A campaign's KPI of that kind. */
    public static String kpi(String campaign, String kind) {
        return campaign + ": " + kind;
    }

    /** Posts the campaign's engagement rate is made of. */
    public static String measured(String campaign) {
        return campaign + ": posts with a rate";
    }

    /** Posts the campaign's engagement rate leaves out, because likes are hidden or the basis is unknown. */
    public static String unmeasured(String campaign) {
        return campaign + ": posts without a rate";
    }

    /** Creators of that tier, or {@code UNKNOWN}. */
    public static String tier(String tier) {
        return "creators, tier " + tier;
    }

    /** Creators discovered in that way. */
    public static String discovery(String via) {
        return "creators, discovered via " + via;
    }
}
