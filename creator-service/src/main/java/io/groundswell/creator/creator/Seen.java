package io.groundswell.creator.creator;

import java.util.UUID;

/** What became of a sighting. */
public record Seen(UUID creatorId, UUID accountId, Outcome outcome) {

    /** What a sighting did to the creator it is of. */
    public enum Outcome {
        CREATED, UPDATED, UNCHANGED,
        /** The person wants not to be followed; nothing was kept. */
        OPTED_OUT,
        /** The person was erased; nothing was kept. The ids are those that the person once had. */
        ERASED;

        /** Tells whether what was seen is kept. */
        public boolean isKept() {
            return this != OPTED_OUT && this != ERASED;
        }
    }

    /** Tells whether the person's data may be kept. */
    public boolean isFollowed() {
        return outcome != Outcome.OPTED_OUT;
    }

    Seen unchanged() {
        return outcome == Outcome.UPDATED ? new Seen(creatorId, accountId, Outcome.UNCHANGED) : this;
    }
}
