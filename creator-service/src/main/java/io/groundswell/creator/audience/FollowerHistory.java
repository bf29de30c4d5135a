package io.groundswell.creator.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import io.groundswell.creator.metrics.FollowerCount;

/**
 * How an account's number of followers changed. Bought followers arrive at once: Stringhini et al., "Follow the green: growth and
 * dynamics in Twitter follower markets", IMC 2013. So do those of a post that many people passed on, hence this is one signal among
 * others.
 *
 * @param counts by time
 */
public record FollowerHistory(List<FollowerCount> counts) {
    /** Nothing is known. */
    public static final FollowerHistory NONE = new FollowerHistory(List.of());

    private static final Duration SAME_MOMENT = Duration.ofHours(12);
    private static final Duration SUDDEN = Duration.ofDays(7);
    private static final Duration LEAST_SPAN = Duration.ofDays(14);
    private static final int LEAST_INTERVALS = 7;
    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    /** A step is more than thrice the usual pace ... */
    private static final double PACES = 3;
    /** ... and a twentieth of the audience: coarser than any network's rounding ... */
    private static final double SHARE = 0.05;
    /** ... and four standard deviations of a count of that size, which small audiences need. */
    private static final double DEVIATIONS = 4;
    /** Even for an audience of nobody, so many followers are no step. */
    private static final double FEW = 10;

    public FollowerHistory {
        List<FollowerCount> kept = new ArrayList<>();
        counts.stream().sorted(Comparator.comparing(FollowerCount::observedAt)).forEach(count -> keep(kept, count));
        counts = List.copyOf(kept);
    }

    /** Of counts at nearly one time the latest is kept. */
    private static void keep(List<FollowerCount> kept, FollowerCount count) {
        if (!kept.isEmpty() && near(kept.getLast(), count)) {
            kept.removeLast();
        }
        kept.add(count);
    }

    private static boolean near(FollowerCount earlier, FollowerCount later) {
        return Duration.between(earlier.observedAt(), later.observedAt()).compareTo(SAME_MOMENT) < 0;
    }

    /**
     * Returns the share of today's followers that came in sudden steps, 0 to 1: of each step what goes beyond the usual pace, which
     * is the median of the growth a day. Nothing when the history is too short or too sparse to tell.
     */
    public OptionalDouble shareInSteps() {
        List<Interval> intervals = intervals();
        if (intervals.size() < LEAST_INTERVALS || span().compareTo(LEAST_SPAN) < 0) {
            return OptionalDouble.empty();
        }
        double pace = Math.max(0, median(intervals.stream().mapToDouble(Interval::growthPerDay).sorted().toArray()));
        double inSteps = intervals.stream().mapToDouble(interval -> interval.beyond(pace)).sum();
        return OptionalDouble.of(Math.min(1, inSteps / Math.max(1, counts.getLast().followers())));
    }

    private Duration span() {
        return Duration.between(counts.getFirst().observedAt(), counts.getLast().observedAt());
    }

    /** Leaves out intervals in which nobody looked for so long that growth cannot be called sudden. */
    private List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 1; i < counts.size(); i++) {
            FollowerCount from = counts.get(i - 1);
            FollowerCount to = counts.get(i);
            Duration length = Duration.between(from.observedAt(), to.observedAt());
            if (length.compareTo(SUDDEN) <= 0) {
                intervals.add(new Interval(from.followers(), to.followers() - from.followers(),
                        length.toSeconds() / SECONDS_PER_DAY));
            }
        }
        return intervals;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the history with one more count. */
    public FollowerHistory and(Instant at, long followers) {
        List<FollowerCount> more = new ArrayList<>(counts);
        more.add(new FollowerCount(at, followers));
        return new FollowerHistory(more);
    }

    /**
     * Two observations that follow each other.
     *
     * @param days between them
     */
    private record Interval(long before, long growth, double days) {
        double growthPerDay() {
            return growth / days;
        }

        /** Returns the growth beyond the pace when it is a step, else 0. */
        double beyond(double pace) {
            double usual = pace * days;
            double leastStep = PACES * usual + Math.max(SHARE * before, DEVIATIONS * Math.sqrt((double) before) + FEW);
            return growth > leastStep ? growth - usual : 0;
        }
    }
}
