package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/**
 * Decimals with six places, kept as whole millionths: sums are exact, and a quotient is rounded half up in one place, here.
 * All values are at least 0.
 */
final class Micros {
    /** The number one, in millionths. */
    static final long ONE = 1_000_000;

    private static final int PLACES = 6;
    private static final int MAX_DIGITS = 30;

    private Micros() {}

    /** Returns a value that has six places at most. */
    static long of(BigDecimal exact) {
        return exact.movePointRight(PLACES).longValueExact();
    }

    /** Returns a measured value to the nearest millionth, half up. */
    static BigDecimal rounded(BigDecimal measured) {
        return plain(measured.setScale(PLACES, RoundingMode.HALF_UP));
    }

    /** Returns the value without trailing zeros. */
    static BigDecimal decimal(long micros) {
        return plain(BigDecimal.valueOf(micros, PLACES));
    }

    /** Returns {@code value × part ÷ whole}, rounded half up. The product must be below 2^62, which the callers' ranges keep. */
    static long share(long value, long part, long whole) {
        return (value * part + whole / 2) / whole;
    }

    /** Checks a decimal that a client sent; the answer has no trailing zeros, so that equal values look alike. */
    static @Nullable BigDecimal read(String field, @Nullable BigDecimal value, long least, long most) {
        if (value == null) {
            return null;
        }
        // compared first: a number such as 1e999999999 is cheap to compare and dear to scale
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new InvalidValue(field, "out-of-range", "Must be from %d to %d.".formatted(least, most));
        }
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (value.precision() - value.scale() < -PLACES || value.stripTrailingZeros().scale() > PLACES) {
            throw new InvalidValue(field, "too-precise", "May have %d decimal places at most.".formatted(PLACES));
        }
        return plain(value);
    }

    /**
     * Checks a decimal that is only compared: any that a person would write will do, but none that is short to send and long to
     * write out, such as 1e999999999.
     */
    static @Nullable BigDecimal readAny(String field, @Nullable BigDecimal value) {
        if (value != null && (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS)) {
            throw new InvalidValue(field, "out-of-range", "Must be a number of at most %d digits.".formatted(MAX_DIGITS));
        }
        return value;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
