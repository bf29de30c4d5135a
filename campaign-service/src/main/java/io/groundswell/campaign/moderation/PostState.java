package io.groundswell.campaign.moderation;

import java.util.EnumSet;
import java.util.Set;

/** Where a post stands. An open list: clients must expect new values. */
public enum PostState {
    /** Waits for a decision. */
    PENDING,
    /** The brand likes it; to use it, it still needs the author's rights. */
    APPROVED,
    /** The brand does not want to be seen with it. */
    REJECTED,
    /** Gone at its source; the content is no longer kept. */
    WITHDRAWN;

    /** A decision may be changed; what its author took back stays gone. */
    Set<PostState> next() {
        return switch (this) {
            case PENDING, APPROVED, REJECTED -> EnumSet.of(APPROVED, REJECTED);
            case WITHDRAWN -> EnumSet.noneOf(PostState.class);
        };
    }
}
