package io.groundswell.creator.search.index;

import java.util.UUID;

/**
 * How far changes were read. Transactions come first, because a change becomes visible when its transaction ends.
 *
 * @param transaction id of the changing transaction, which the database never gives twice
 * @param creator the last creator read of that transaction
 */
public record ChangePosition(long transaction, UUID creator) {
    /** Before the first change. */
    public static final ChangePosition START = new ChangePosition(0, new UUID(0, 0));
}
