package io.groundswell.creator.audience;

import java.util.Locale;

/** What is measured of an account. What a value weighs is a matter of the {@link AudienceModel}. */
public enum Signal {
    /** Accounts that it follows, for each follower. */
    FOLLOWING_PER_FOLLOWER("accounts followed per follower", "How many accounts it follows, and how many follow it.") {
        @Override
        String describe(double value) {
            return "It follows %s accounts for each follower.".formatted(decimal(value));
        }
    },
    /** Accounts that it follows: more than anybody reads are followed to be followed back. */
    MASS_FOLLOWING("accounts followed", "How many accounts it follows.") {
        @Override
        String describe(double value) {
            return "It follows %s accounts.".formatted(whole(value));
        }
    },
    /** 1: the profile has a bio, 0: it has none. */
    BIO("1 or 0", "Whether the profile has a bio.") {
        @Override
        String describe(double value) {
            return value > 0 ? "The profile has a bio." : "The profile has no bio.";
        }
    },
    /** 1: the profile has a picture of its own, 0: it has none. */
    PICTURE("1 or 0", "Whether the profile has a picture.") {
        @Override
        String describe(double value) {
            return value > 0 ? "The profile has a picture." : "The profile has no picture.";
        }
    },
    /** Days since the account was opened. */
    ACCOUNT_AGE("days", "When the account was opened.") {
        @Override
        String describe(double value) {
            return "The account is %s days old.".formatted(whole(value));
        }
    },
    /** Share of today's followers that came in sudden steps, see {@link FollowerHistory}. */
    FOLLOWER_STEPS("share of followers",
            "How the number of followers grew: at least 7 observations within 7 days of each other, over at "
                    + "least 14 days.") {
        @Override
        String describe(double value) {
            return value == 0
                    ? "The number of followers grew without sudden steps."
                    : "%s %% of the followers came in sudden steps.".formatted(decimal(100 * value));
        }
    },
    /** Comments for each like, over recent posts, see {@link Reactions}. */
    COMMENTS_PER_LIKE("comments per like", "Likes and comments of at least 5 posts, with at least 50 likes.") {
        @Override
        String describe(double value) {
            return "There are %s comments for 100 likes.".formatted(decimal(100 * value));
        }
    },
    /** How far the followers' own follower counts are from Benford's law, see {@link FirstDigits}. */
    FIRST_DIGITS("divergence", "A sample of the followers' own follower counts, at least 100 that are not zero.") {
        @Override
        String describe(double value) {
            return "The first digits of the followers' own follower counts diverge from Benford's law by %s."
                    .formatted(decimal(value));
        }
    };

    private final String unit;
    private final String needed;

    Signal(String unit, String needed) {
        this.unit = unit;
        this.needed = needed;
    }

    /** Returns the value in a sentence for people. */
    abstract String describe(double value);

    /** Returns what a value counts. */
    String unit() {
        return unit;
    }

    /** Returns what must be known to measure it. */
    String needed() {
        return needed;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : "%.2f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
