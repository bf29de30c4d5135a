package io.groundswell.creator.audience;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What could be measured of one account.
 *
 * @param values a value for each signal that could be measured; what is absent is not known, which is not zero
 */
public record AudienceSignals(Map<Signal, Double> values) {

    public AudienceSignals {
        EnumMap<Signal, Double> copy = new EnumMap<>(Signal.class);
        copy.putAll(values);
        copy.forEach((signal, value) -> {
            if (!Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException(signal + " cannot be " + value);
            }
        });
        values = copy;
    }

    /** Returns the value, or nothing when it could not be measured. */
    public OptionalDouble of(Signal signal) {
        Double value = values.get(signal);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
