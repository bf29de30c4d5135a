package io.groundswell.kit.bulk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Consecutive lines of a body on their way into the database.
 *
 * @param items to store, in order
 * @param decided outcomes of lines among them that need no storing
 * @param end where the lines end; null when only a part of them is stored, because the database refused them together
 */
public record BulkBatch<I>(List<I> items, List<LineOutcome> decided, @Nullable BulkPlace end) {}
