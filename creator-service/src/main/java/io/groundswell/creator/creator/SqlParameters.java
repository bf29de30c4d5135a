package io.groundswell.creator.creator;

import io.vertx.mutiny.sqlclient.Tuple;

/** Collects the values of a statement that is put together from conditions. */
final class SqlParameters {
    private final Tuple values = Tuple.tuple();

    /** Adds a value; returns its placeholder. */
    String add(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    Tuple values() {
        return values;
    }
}
