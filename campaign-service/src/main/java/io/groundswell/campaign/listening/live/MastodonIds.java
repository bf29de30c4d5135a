package io.groundswell.campaign.listening.live;

import java.time.Duration;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The numbers that servers give statuses. They are texts to a client, and sort by length first. */
final class MastodonIds {
    private static final Comparator<String> ORDER = Comparator.comparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());
    private static final Pattern SNOWFLAKE = Pattern.compile("\\d{17,18}");
    private static final int BITS_BELOW_MILLISECONDS = 16;
    private static final Duration FEDERATION = Duration.ofMinutes(5);

    private MastodonIds() {}

    static String later(String one, String other) {
        return ORDER.compare(one, other) >= 0 ? one : other;
    }

    /**
     * Goes back a little. Mastodon's numbers hold the time when a status was written (milliseconds above 16 bits), and one from another
     * server may come minutes later than its number says.
     */
    static String rewound(String id) {
        return SNOWFLAKE.matcher(id).matches()
                ? Long.toString(Math.max(0, Long.parseLong(id) - (FEDERATION.toMillis() << BITS_BELOW_MILLISECONDS)))
                : id;
    }
}
