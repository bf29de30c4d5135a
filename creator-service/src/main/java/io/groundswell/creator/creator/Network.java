package io.groundswell.creator.creator;

import java.time.LocalDate;

/** Where people publish. An open list: clients must expect new values. */
public enum Network {
    INSTAGRAM("2010-10-06"), TIKTOK("2016-09-20"), YOUTUBE("2005-02-14"), X("2006-03-21"), FACEBOOK("2004-02-04"), LINKEDIN(
            "2003-05-05"),
    MASTODON("2016-03-16"), BLUESKY("2019-12-11"), OTHER("1991-08-06");

    private static final int YOUTUBE_SIGNIFICANT_DIGITS = 3;

    private final LocalDate since;

    Network(String since) {
        this.since = LocalDate.parse(since);
    }

    /** Returns the day before which nobody can have had an account there; for OTHER, that of the first page of the web. */
    LocalDate since() {
        return since;
    }

    /**
     * Returns by how much the network may round a count of followers; 1 when it does not. YouTube's Data API cuts
     * {@code subscriberCount} down to three significant figures.
     */
    long precisionOf(long followers) {
        if (this != YOUTUBE) {
            return 1;
        }
        long precision = 1;
        for (long rest = followers; rest >= (long) Math.pow(10, YOUTUBE_SIGNIFICANT_DIGITS); rest /= 10) {
            precision *= 10;
        }
        return precision;
    }
}
