package io.groundswell.creator.audience;

import java.time.Instant;

/** How many followers an account had at a time. */
public record FollowerCount(Instant at, long followers) {

    public FollowerCount {
        if (followers < 0) {
            throw new IllegalArgumentException("Nobody has fewer than no followers");
        }
    }
}
