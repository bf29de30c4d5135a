package io.groundswell.kit.paging;

import java.util.List;
import java.util.Objects;

/**
 * Part of a list.
 *
 * @param items what is on this page, in the list's order
 * @param page the way on
 */
public record Page<T>(List<T> items, PageLinks page) {

    /** Keeps an unchangeable copy of the items. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(page, "page");
    }
}
