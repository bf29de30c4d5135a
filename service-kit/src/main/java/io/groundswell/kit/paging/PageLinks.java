package io.groundswell.kit.paging;

import org.jspecify.annotations.Nullable;

/**
 * The way on from a page: cursors to pass as {@code cursor} with the same filters.
 *
 * @param next cursor of the page after this one; absent on the last page
 * @param prev cursor of the page before this one; absent on the first page
 */
public record PageLinks(@Nullable String next, @Nullable String prev) {}
