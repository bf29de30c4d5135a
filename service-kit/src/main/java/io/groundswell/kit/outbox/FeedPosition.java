package io.groundswell.kit.outbox;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groundswell.kit.problem.ProblemException;

/**
 * A place in the feed. Transactions come first, because a sequence number is given out before its transaction commits and
 * a reader that went by it alone would step over rows that appear late.
 *
 * @param transaction id of the writing transaction, which the database never gives twice
 * @param sequence order within that transaction
 */
public record FeedPosition(long transaction, long sequence) implements Comparable<FeedPosition> {
    /** Before the first event. */
    public static final FeedPosition START = new FeedPosition(0, 0);

    private static final Comparator<FeedPosition> ORDER = Comparator.comparingLong(FeedPosition::transaction)
            .thenComparingLong(FeedPosition::sequence);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws ProblemException 400 when the text is not a position
     */
    public static FeedPosition parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw ProblemException.parameter("after", "malformed",
                    "after must be the position of an event of this feed, such as 7312-5; leave it out to start at the first.");
        }
        return new FeedPosition(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public int compareTo(FeedPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return transaction + "-" + sequence;
    }
}
