package io.groundswell.campaign.listening.live;

/**
 * An event as it came, not read yet.
 *
 * @param type what the server calls it; empty where it does not
 */
record RawEvent(Origin origin, String type, String data) {
    /** More than any status or post of the networks can need. */
    static final int MOST_BYTES = 1 << 20;

    private static final RawEvent TOO_LARGE = new RawEvent(Origin.TOO_LARGE, "", "");

    /** Whose word an event is. */
    enum Origin {
        /** The server's. */
        SERVER,
        /** The connector's own: the place in a timeline where listening began. */
        BOOKMARK,
        /** The server's, but larger than any may be: it was thrown away while it came. */
        TOO_LARGE
    }

    static RawEvent of(String type, String data) {
        return new RawEvent(Origin.SERVER, type, data);
    }

    static RawEvent bookmark(String position) {
        return new RawEvent(Origin.BOOKMARK, "", position);
    }

    static RawEvent tooLarge() {
        return TOO_LARGE;
    }

    int size() {
        return type.length() + data.length();
    }
}
