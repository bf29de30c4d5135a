package io.groundswell.kit.paging;

import java.util.List;
import java.util.Objects;

/**
 * A place in a list: between the row with these keys and its neighbour in the direction of reading. The row itself is
 * not part of the page that begins here.
 *
 * @param direction where to read from here
 * @param keys what the row is sorted by, most significant first, as text that the caller can read back
 */
public record Cursor(Direction direction, List<String> keys) {

    /** Where to read. */
    public enum Direction {
        /** Rows that come later in the list's order. */
        NEXT,
        /** Rows that come earlier; the query sorts the other way round and {@link Cursors#page} turns them back. */
        PREV
    }

    /** Keeps an unchangeable copy of the keys. */
    public Cursor {
        Objects.requireNonNull(direction, "direction");
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a cursor needs at least one key");
        }
    }

    /** Tells whether the query must read against the list's order. */
    public boolean backwards() {
        return direction == Direction.PREV;
    }
}
