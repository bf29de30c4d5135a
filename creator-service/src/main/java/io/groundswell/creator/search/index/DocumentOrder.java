package io.groundswell.creator.search.index;

import java.util.function.IntToLongFunction;

import org.apache.lucene.util.IntroSorter;

/**
 * Sorts the documents of a segment. They are in the order of ids already, so those with equal keys are told apart by their
 * number.
 */
final class DocumentOrder extends IntroSorter {
    private final IntToLongFunction keys;
    private final int[] order;
    private int pivot;

    private DocumentOrder(IntToLongFunction keys, int documents) {
        this.keys = keys;
        this.order = new int[documents];
        for (int i = 0; i < documents; i++) {
            order[i] = i;
        }
    }

    /** Returns the documents, those with the smallest key first. */
    static int[] of(IntToLongFunction keys, int documents) {
        DocumentOrder sorter = new DocumentOrder(keys, documents);
        sorter.sort(0, documents);
        return sorter.order;
    }

    @Override
    protected void setPivot(int i) {
        pivot = order[i];
    }

    @Override
    protected int comparePivot(int j) {
        return compareDocuments(pivot, order[j]);
    }

    @Override
    protected int compare(int i, int j) {
        return compareDocuments(order[i], order[j]);
    }

    @Override
    protected void swap(int i, int j) {
        int doc = order[i];
        order[i] = order[j];
        order[j] = doc;
    }

    private int compareDocuments(int a, int b) {
        int byKey = Long.compare(keys.applyAsLong(a), keys.applyAsLong(b));
        return byKey != 0 ? byKey : Integer.compare(a, b);
    }
}
