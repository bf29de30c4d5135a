package io.groundswell.suite.demo.expectation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Who is a creator after the imports and the posts: one creator per account, as nobody in the demo merges any. */
final class CreatorLedger {

    /** Closest to home first; a creator keeps the closest way in which it was ever discovered. */
    private static final List<String> CLOSENESS = List.of("MENTION", "CUSTOMER", "HASHTAG", "SEARCH", "IMPORT");

    private final Map<String, Account> accounts = new HashMap<>();

    private static final class Account {
        private String discoveredVia = "IMPORT";
        private Instant seenAt = Instant.MIN;
        private @Nullable Long followers;
    }

    /**
     * Notes that an account was seen.
     *
     * @param seenAt followers seen earlier than the ones already known are passed over
     */
    void saw(String key, String via, @Nullable Long followers, Instant seenAt) {
        Account account = accounts.computeIfAbsent(key, any -> new Account());
        if (CLOSENESS.indexOf(via) < CLOSENESS.indexOf(account.discoveredVia)) {
            account.discoveredVia = via;
        }
        if (followers != null && !seenAt.isBefore(account.seenAt)) {
            account.followers = followers;
            account.seenAt = seenAt;
        }
    }

    void addTo(Figures figures) {
        figures.put(FigureName.CREATORS, accounts.size());
        for (Account account : accounts.values()) {
            figures.count(FigureName.tier(tier(account.followers)));
            figures.count(FigureName.discovery(account.discoveredVia));
        }
    }

    /** The {@code standard-2021} scheme. */
    static String tier(@Nullable Long followers) {
        if (followers == null) {
            return "UNKNOWN";
        }
        if (followers < 10_000) {
            return "NANO";
        }
        if (followers <= 100_000) {
            return "MICRO";
        }
        if (followers <= 500_000) {
            return "MID";
        }
        return followers <= 1_000_000 ? "MACRO" : "MEGA";
    }
}
