package io.groundswell.creator.reference;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.vertx.mutiny.sqlclient.Row;

/**
 * How values of one kind are kept. Everything here is written by programmers and becomes part of statements.
 *
 * @param name of the table
 * @param noun what a row is called in a sentence
 * @param list operationId of the list, which its cursors belong to
 * @param key columns that tell apart what a value is of, all text
 * @param values the other columns of the value
 * @param read makes a value of a row
 * @param write takes a value apart: the key's columns, then the others
 */
public record ReferenceTable<V>(String name, String noun, String list, List<String> key, List<Column> values,
        Function<Row, V> read, Function<V, List<@Nullable Object>> write) {

    public ReferenceTable {
        key = List.copyOf(key);
        values = List.copyOf(values);
    }

    /** A column and its type in SQL. */
    public record Column(String name, String type) {}

    /** Returns the statement that adds a row unless one with its key and day is in the way. */
    String insert() {
        String names = columns().map(Column::name).collect(Collectors.joining(", "));
        List<Column> typed = columns().toList();
        String placeholders = IntStream.range(0, typed.size())
                .mapToObj(i -> "cast(?%d as %s)".formatted(i + 1, typed.get(i).type())).collect(Collectors.joining(", "));
        return "insert into %s (%s) values (%s) on conflict do nothing".formatted(name, names, placeholders);
    }

    private Stream<Column> columns() {
        return Stream.of(
                Stream.of(new Column("workspace_id", "text"), new Column("id", "uuid"), new Column("valid_from", "date"),
                        new Column("source", "text"), new Column("recorded_at", "timestamptz")),
                key.stream().map(column -> new Column(column, "text")), values.stream()).flatMap(columns -> columns);
    }

    /** Returns a query for the ids of the rows that are in force for workspace {@code $1} on the day of a placeholder. */
    String inForce(String day) {
        return """
                select distinct on (%1$s) id from %2$s
                where workspace_id in ($1, '*') and valid_from <= %3$s and withdrawn_at is null
                order by %1$s, workspace_id = '*', valid_from desc, id desc""".formatted(String.join(", ", key), name, day);
    }
}
