package io.groundswell.creator.reference;

import java.math.BigDecimal;

import io.groundswell.kit.problem.InvalidValue;

/** Checks numbers of reference data. */
public final class Decimals {
    private static final int DECIMALS = 6;

    private Decimals() {}

    /**
     * Returns the number.
     *
     * @param above it must be larger than this
     * @param most it may be this at most
     * @throws InvalidValue when it is missing, outside of the range or has more than six decimals
     */
    public static BigDecimal require(String field, BigDecimal number, String above, String most) {
        InvalidValue.require(number, field);
        if (number.compareTo(new BigDecimal(above)) <= 0 || number.compareTo(new BigDecimal(most)) > 0) {
            throw new InvalidValue(field, "out-of-range", "Must be more than %s and at most %s.".formatted(above, most));
        }
        if (number.scale() > DECIMALS) {
            throw new InvalidValue(field, "too-precise", "May have %d decimals at most.".formatted(DECIMALS));
        }
        return number;
    }
}
