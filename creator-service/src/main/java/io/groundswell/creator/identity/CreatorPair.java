package io.groundswell.creator.identity;

import java.util.UUID;

/** Two creators, in the order in which PostgreSQL puts their ids, so that each pair exists once. */
record CreatorPair(UUID first, UUID second) {

    static CreatorPair of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? new CreatorPair(one, other) : new CreatorPair(other, one);
    }
}
