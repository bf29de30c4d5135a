package io.groundswell.kit.bulk;

import java.util.List;

import io.smallrye.mutiny.Uni;

/**
 * What a feature does with the lines of a body.
 *
 * @param <I> an item ready to be stored
 */
public interface BulkWork<I> {
    int DEFAULT_BATCH_LINES = 500;

    /**
     * Reads a line into items and outcomes, in order: an item for what is to be stored, an outcome for what is already
     * decided. Must not throw for any input.
     */
    List<Entry<I>> read(BulkLine line);

    /** Stores a batch in one transaction; returns one outcome per item, in order. */
    Uni<List<LineOutcome>> store(List<I> batch);

    /**
     * Stores a batch in one transaction, and with it, for those who keep it, how far the body has come; returns one outcome per
     * item, in order. A batch may have no item, only lines that are decided.
     */
    default Uni<List<LineOutcome>> store(BulkBatch<I> batch) {
        return batch.items().isEmpty() ? Uni.createFrom().item(List.of()) : store(batch.items());
    }

    /** Learns that everything up to the body's end is stored; the summary follows. */
    default Uni<Void> finish(BulkPlace end) {
        return Uni.createFrom().voidItem();
    }

    /** Returns how many entries make a batch: more of them cost less each, and are acknowledged later. */
    default int batchLines() {
        return DEFAULT_BATCH_LINES;
    }

    /** The outcome of an item that the database refused although {@link #read} let it pass. */
    LineOutcome refused(I item);

    /** Either something to store or something already decided. */
    sealed interface Entry<I> {
        record Item<I>(I item) implements Entry<I> {}

        record Decided<I>(LineOutcome outcome) implements Entry<I> {}
    }
}
