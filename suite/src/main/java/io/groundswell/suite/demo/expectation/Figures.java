package io.groundswell.suite.demo.expectation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Named figures in the order they were added; the demo holds one set computed from files and one read from the API, and compares them.
 */
public final class Figures {

    /** Rates may be rounded by whoever reports them; four decimals are enough to tell two medians apart. */
    private static final BigDecimal RATE_TOLERANCE = new BigDecimal("0.00005");

    private final Map<String, BigDecimal> values = new LinkedHashMap<>();

    /**
     * One figure that is not as expected.
     *
     * @param name     what was counted
     * @param expected the value computed from the files, null when the API reports a figure the files do not give
     * @param actual   the value read from the API, null when it is not reported
     */
    public record Difference(String name, @Nullable BigDecimal expected, @Nullable BigDecimal actual) {}

    /** Sets the figure {@code name}, replacing an earlier value. */
    public void put(String name, long value) {
        values.put(name, BigDecimal.valueOf(value));
    }

    /** Sets the figure {@code name}, replacing an earlier value. */
    public void put(String name, BigDecimal value) {
        values.put(name, value);
    }

    /** Adds one to the figure {@code name}, which starts at zero. */
    public void count(String name) {
        values.merge(name, BigDecimal.ONE, BigDecimal::add);
    }

    /** The figure's value, or zero when nothing was counted under that name. */
    public BigDecimal get(String name) {
        return values.getOrDefault(name, BigDecimal.ZERO);
    }

    /** Number of figures held. */
    public int size() {
        return values.size();
    }

    /** The figures in the order they were added. */
    public Map<String, BigDecimal> asMap() {
        return Map.copyOf(values);
    }

    /**
     * Compares these figures, taken as right, with {@code actual}.
     *
     * @return every figure that is missing, unexpected or different, in this set's order; a missing figure equals zero
     */
    public List<Difference> differencesFrom(Figures actual) {
        List<Difference> differences = new ArrayList<>();
        values.forEach((name, expected) -> {
            BigDecimal found = actual.values.get(name);
            if (!same(expected, found)) {
                differences.add(new Difference(name, expected, found));
            }
        });
        actual.values.forEach((name, found) -> {
            if (!values.containsKey(name) && found.signum() != 0) {
                differences.add(new Difference(name, null, found));
            }
        });
        return differences;
    }

    private static boolean same(BigDecimal expected, @Nullable BigDecimal actual) {
        if (actual == null) {
            return expected.signum() == 0;
        }
        boolean wholeNumber = expected.stripTrailingZeros().scale() <= 0;
        BigDecimal distance = expected.subtract(actual).abs();
        return wholeNumber ? distance.signum() == 0 : distance.compareTo(RATE_TOLERANCE) <= 0;
    }
}
