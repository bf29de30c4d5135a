package io.groundswell.creator.audience;

import java.math.BigDecimal;

/**
 * What one signal says.
 *
 * @param value as measured, in the signal's unit
 * @param weight of evidence in natural log-odds, exact to three decimals; above 0 it speaks for the audience
 */
public record Evidence(Signal signal, double value, BigDecimal weight) {

    /** Which way a signal points. */
    public enum Direction {
        SUPPORTS, WEAKENS, NEUTRAL
    }

    /** Returns which way the signal points. */
    public Direction direction() {
        return switch (weight.signum()) {
            case 1 -> Direction.SUPPORTS;
            case -1 -> Direction.WEAKENS;
            default -> Direction.NEUTRAL;
        };
    }
}
