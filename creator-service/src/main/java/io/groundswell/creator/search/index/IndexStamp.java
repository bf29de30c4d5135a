package io.groundswell.creator.search.index;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an index says of itself, written with its documents in one commit.
 *
 * @param origin of the database that it was made from
 * @param format of the index and of the documents in it
 * @param epoch of the request to build it
 * @param position up to which changes are in it
 * @param complete whether it has once caught up
 */
record IndexStamp(UUID origin, String format, long epoch, ChangePosition position, boolean complete) {
    /** Grows when documents are kept in another way: indexes of another format are built anew. */
    private static final int FORMAT = 1;

    /** Returns the stamp of an index with nothing in it. */
    static IndexStamp first(ChangeSource.Head head) {
        return new IndexStamp(head.origin(), format(head), head.epoch(), ChangePosition.START, false);
    }

    IndexStamp at(ChangePosition next) {
        return new IndexStamp(origin, format, epoch, next, complete);
    }

    IndexStamp completed() {
        return new IndexStamp(origin, format, epoch, position, true);
    }

    /** Tells whether an index with this stamp is the one that is asked for. */
    boolean isCurrent(ChangeSource.Head head) {
        return origin.equals(head.origin()) && format.equals(format(head)) && epoch == head.epoch();
    }

    private static String format(ChangeSource.Head head) {
        return FORMAT + " " + head.recipe();
    }

    Map<String, String> toMap() {
        return Map.of("origin", origin.toString(), "format", format, "epoch", Long.toString(epoch),
                "transaction", Long.toString(position.transaction()), "creator", position.creator().toString(), "complete",
                Boolean.toString(complete));
    }

    /** Reads what {@link #toMap} wrote; null when an index has no such thing. */
    static @Nullable IndexStamp of(Map<String, String> map) {
        try {
            return map.containsKey("origin")
                    ? new IndexStamp(UUID.fromString(map.get("origin")), Objects.requireNonNull(map.get("format")),
                            Long.parseLong(map.get("epoch")), new ChangePosition(Long.parseLong(map.get("transaction")),
                                    UUID.fromString(map.get("creator"))),
                            Boolean.parseBoolean(map.get("complete")))
                    : null;
        } catch (IllegalArgumentException | NullPointerException e) {
            return null;
        }
    }
}
