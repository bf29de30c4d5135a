package io.groundswell.kit.paging;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a cursor belongs to: a workspace, an operation, and the filters and order the list was asked for with. The page
 * size is not part of it, it may change from page to page.
 */
public final class CursorScope {
    private final String workspace;
    private final String operation;
    private final SortedMap<String, String> filters;

    private CursorScope(String workspace, String operation, SortedMap<String, String> filters) {
        this.workspace = Objects.requireNonNull(workspace, "workspace");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.filters = filters;
    }

    /** Returns the scope of an unfiltered list; the operation is named by its operationId. */
    public static CursorScope of(String workspace, String operation) {
        return new CursorScope(workspace, operation, new TreeMap<>());
    }

    /** Returns this scope narrowed by a filter or an order; a value of null means that the filter was not given. */
    public CursorScope with(String filter, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        TreeMap<String, String> narrowed = new TreeMap<>(filters);
        narrowed.put(filter, value.toString());
        return new CursorScope(workspace, operation, narrowed);
    }

    /** Returns the scope as text in which no two different scopes look alike: every part is led by its length. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        append(text, workspace);
        append(text, operation);
        filters.forEach((name, value) -> {
            append(text, name);
            append(text, value);
        });
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CursorScope that && canonical().equals(that.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return operation + filters + " in " + workspace;
    }
}
