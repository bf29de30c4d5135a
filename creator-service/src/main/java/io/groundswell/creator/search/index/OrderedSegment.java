package io.groundswell.creator.search.index;

import java.io.IOException;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one segment in an order, the smallest first.
 *
 * @param places documents by their place; null: they are in the order already
 * @param keys what orders before the id; null: nothing does
 */
@SuppressWarnings("ArrayRecordComponent")
record OrderedSegment(LeafReader segment, int @Nullable [] places, @Nullable Keys keys) {

    /** Tells what a document is ordered by. */
    interface Keys {
        long of(int document) throws IOException;
    }

    /** In the order of ids. */
    static OrderedSegment byId(LeafReader segment) {
        return new OrderedSegment(segment, null, null);
    }

    /** In the order of a figure. */
    static OrderedSegment by(Figure figure, LeafReader segment, int[] places) {
        return new OrderedSegment(segment, places, document -> value(segment, figure.field(), document));
    }

    int size() {
        return segment.maxDoc();
    }

    /** Tells whether a document's place is its number. */
    boolean isInPlace() {
        return places == null;
    }

    int document(int place) {
        return places == null ? place : places[place];
    }

    Hit hit(int document) throws IOException {
        return new Hit(keys == null ? 0 : keys.of(document), DocumentFields.id(
                value(segment, DocumentFields.ID_HIGH, document), value(segment, DocumentFields.ID_LOW, document)));
    }

    /** Values are read forwards only, so each is read anew; there are some twenty for each segment and hit. */
    private static long value(LeafReader segment, String field, int document) throws IOException {
        NumericDocValues values = segment.getNumericDocValues(field);
        if (values == null || !values.advanceExact(document)) {
            throw new IllegalStateException("A document has no " + field);
        }
        return values.longValue();
    }
}
