package io.groundswell.creator.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * First digits of how many followers each follower of an account has. Among people who chose each other they come as often as
 * Benford's law says, log10(1 + 1/d); see J. Golbeck, "Benford's Law Applies to Online Social Networks", PLoS ONE 10(8), 2015,
 * e0135169. Accounts made for sale differ.
 *
 * @param counts how many counts begin with 1, 2, ... 9
 * @param zeros how many counts are 0, which has no first digit
 */
public record FirstDigits(List<Long> counts, long zeros) {
    /** Nothing is known. */
    public static final FirstDigits NONE = new FirstDigits(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 0);

    private static final int DIGITS = 9;
    private static final long LEAST = 100;

    public FirstDigits {
        counts = List.copyOf(counts);
        if (counts.size() != DIGITS || zeros < 0 || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("There are nine first digits, none of them fewer than none");
        }
    }

    /** Returns the first digits of follower counts, which are not negative. */
    public static FirstDigits of(List<Long> followerCounts) {
        long[] digits = new long[DIGITS];
        long none = 0;
        for (long count : followerCounts) {
            if (count == 0) {
                none++;
            } else {
                digits[firstDigit(count) - 1]++;
            }
        }
        List<Long> counted = new ArrayList<>();
        for (long digit : digits) {
            counted.add(digit);
        }
        return new FirstDigits(counted, none);
    }

    private static int firstDigit(long count) {
        long rest = count;
        while (rest >= 10) {
            rest /= 10;
        }
        return (int) rest;
    }

    /** Returns how many counts have a first digit. */
    long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns how far the digits are from Benford's law: an estimate of the sum of (p - b)^2 / b over the digits, from Pearson's
     * statistic less what chance alone brings, (X^2 - 8) / n and never less than 0. So the size of the sample makes it surer, not
     * larger; digits that are all equally frequent have 0.40. Nothing for fewer than 100 counts.
     */
    public OptionalDouble divergence() {
        long total = total();
        if (total < LEAST) {
            return OptionalDouble.empty();
        }
        double statistic = 0;
        for (int digit = 1; digit <= DIGITS; digit++) {
            double expected = total * Math.log10(1 + 1.0 / digit);
            double difference = counts.get(digit - 1) - expected;
            statistic += difference * difference / expected;
        }
        return OptionalDouble.of(Math.max(0, (statistic - (DIGITS - 1)) / total));
    }
}
