package io.groundswell.creator.creator;

/** Where people publish. An open list: clients must expect new values. */
public enum Network {
    INSTAGRAM, TIKTOK, YOUTUBE, X, FACEBOOK, LINKEDIN, MASTODON, BLUESKY, OTHER;

    private static final int YOUTUBE_SIGNIFICANT_DIGITS = 3;

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
