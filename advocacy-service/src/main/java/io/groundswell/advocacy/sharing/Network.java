package io.groundswell.advocacy.sharing;

import java.util.Locale;

/** Where employees share. An open list: clients must expect new values. */
public enum Network {
    INSTAGRAM, TIKTOK, YOUTUBE, X, FACEBOOK, LINKEDIN, MASTODON, BLUESKY, OTHER;

    /** Returns the value of {@code utm_source}. */
    String source() {
        return name().toLowerCase(Locale.ROOT);
    }
}
