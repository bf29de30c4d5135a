package io.groundswell.creator.search.index;

/** What creators can be told apart by, each with values of which a creator has none, one or several. */
public enum Dimension {
    TIER(0, "tier"), NETWORK(1, "network"), TOPIC(2, "topic"), COUNTRY(3, "country"), LANGUAGE(4, "language"),
    STAGE(5, "stage"), KIND(6, "kind"),
    DISCOVERED_VIA(7, "discoveredVia"), TAG(8, "tag"), CAMPAIGN(9, "campaignId");

    /** How many there are. */
    static final int COUNT = 10;

    private final int place;
    private final String parameter;

    Dimension(int place, String parameter) {
        this.place = place;
        this.parameter = parameter;
    }

    /** Returns its place in the tables of a {@link Scoring}. */
    public int place() {
        return place;
    }

    /** Returns its name in requests and answers. */
    public String parameter() {
        return parameter;
    }

    /** Returns the name of the index field that holds the values. */
    String field() {
        return "is." + parameter;
    }
}
