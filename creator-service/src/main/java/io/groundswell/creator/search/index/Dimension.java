package io.groundswell.creator.search.index;

/** What creators can be told apart by, each with values of which a creator has none, one or several. */
public enum Dimension {
    TIER("tier"), NETWORK("network"), TOPIC("topic"), COUNTRY("country"), LANGUAGE("language"), STAGE("stage"), KIND("kind"),
    DISCOVERED_VIA("discoveredVia"), TAG("tag"), CAMPAIGN("campaignId");

    private final String parameter;

    Dimension(String parameter) {
        this.parameter = parameter;
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
