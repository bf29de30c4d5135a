package io.groundswell.creator.audience;

import java.util.List;

/**
 * What the values of one signal weigh: straight lines between knots, level beyond the first and the last.
 *
 * @param source where the weights come from
 * @param knots by value, at least one
 */
public record WeightCurve(String source, List<Knot> knots) {

    /**
     * A point of the curve.
     *
     * @param at value of the signal
     * @param thousandths weight of evidence in thousandths of a natural log-odds unit; above 0 it speaks for the audience
     */
    public record Knot(double at, long thousandths) {}

    public WeightCurve {
        knots = List.copyOf(knots);
        if (knots.isEmpty()) {
            throw new IllegalArgumentException("A curve has at least one knot");
        }
        for (int i = 1; i < knots.size(); i++) {
            if (!(knots.get(i - 1).at() < knots.get(i).at())) {
                throw new IllegalArgumentException("The knots of a curve must grow");
            }
        }
    }

    /** Returns the weight of a value in thousandths, rounded half up, so that weights sum exactly. */
    long thousandthsAt(double value) {
        Knot before = knots.getFirst();
        if (value <= before.at()) {
            return before.thousandths();
        }
        for (Knot knot : knots) {
            if (value <= knot.at()) {
                double way = (value - before.at()) / (knot.at() - before.at());
                return Math.round(before.thousandths() + way * (knot.thousandths() - before.thousandths()));
            }
            before = knot;
        }
        return before.thousandths();
    }

    /** Returns how much the signal can matter: its largest weight less its smallest. */
    long span() {
        return knots.stream().mapToLong(Knot::thousandths).max().orElseThrow()
                - knots.stream().mapToLong(Knot::thousandths).min().orElseThrow();
    }
}
