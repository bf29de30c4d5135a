package io.groundswell.creator.audience;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The audiences of all accounts of a creator.
 *
 * @param accounts largest first
 */
public record CreatorAudience(List<AccountAudience> accounts) {
    private static final int PROBABILITY_DIGITS = 3;
    private static final int SHARE_DIGITS = 2;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    public CreatorAudience {
        accounts = List.copyOf(accounts);
    }

    /**
     * Returns the mean of the accounts' probabilities, each counted by its followers: the probability for a follower picked by
     * chance. Null when the accounts that could be judged have fewer than half of all known followers.
     */
    public @Nullable BigDecimal probability() {
        if (judgedShare().compareTo(HALF) < 0) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountAudience account : accounts) {
            if (account.quality() instanceof AudienceQuality.Estimated estimated) {
                sum = sum.add(estimated.probability().multiply(BigDecimal.valueOf(followers(account))));
            }
        }
        return sum.divide(BigDecimal.valueOf(judgedFollowers()), PROBABILITY_DIGITS, RoundingMode.HALF_UP);
    }

    /** Returns the share of all known followers that follow an account that could be judged, 0 to 1. */
    public BigDecimal judgedShare() {
        long all = accounts.stream().mapToLong(CreatorAudience::followers).sum();
        return all == 0
                ? BigDecimal.ZERO.setScale(SHARE_DIGITS)
                : BigDecimal.valueOf(judgedFollowers()).divide(BigDecimal.valueOf(all), SHARE_DIGITS, RoundingMode.DOWN);
    }

    private long judgedFollowers() {
        return accounts.stream().filter(account -> account.quality() instanceof AudienceQuality.Estimated)
                .mapToLong(CreatorAudience::followers).sum();
    }

    private static long followers(AccountAudience account) {
        return Objects.requireNonNullElse(account.followers(), 0L);
    }
}
