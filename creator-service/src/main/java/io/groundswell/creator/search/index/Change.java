package io.groundswell.creator.search.index;

import java.util.UUID;

/** What became of a creator, as far as the index is concerned. */
public sealed interface Change {
    /** The creator can be found by this. */
    record Put(CreatorDocument document) implements Change {}

    /** The creator cannot be found any more: erased, or merged into another. */
    record Gone(UUID id) implements Change {}
}
