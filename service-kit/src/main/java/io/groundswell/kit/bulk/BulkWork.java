package io.groundswell.kit.bulk;

import java.util.List;

import io.smallrye.mutiny.Uni;

/**
 * What a feature does with the lines of a body.
 *
 * @param <I> an item ready to be stored
 */
public interface BulkWork<I> {
    /**
     * Reads a line into items and outcomes, in order: an item for what is to be stored, an outcome for what is already
     * decided. Must not throw for any input.
     */
    List<Entry<I>> read(BulkLine line);

    /** Stores a batch in one transaction; returns one outcome per item, in order. */
    Uni<List<LineOutcome>> store(List<I> batch);

    /** The outcome of an item that the database refused although {@link #read} let it pass. */
    LineOutcome refused(I item);

    /** Either something to store or something already decided. */
    sealed interface Entry<I> {
        record Item<I>(I item) implements Entry<I> {}

        record Decided<I>(LineOutcome outcome) implements Entry<I> {}
    }
}
