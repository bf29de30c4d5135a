package io.groundswell.kit.bulk;

import com.fasterxml.jackson.databind.JsonNode;

/** One line of a bulk body, or why it cannot be read. */
public sealed interface BulkLine {
    /** Number of the line in the body; the first is 1. For CSV, the line on which the record starts. */
    long number();

    /** A line that is a JSON object; a CSV record comes as an object of texts by column name. */
    record Document(long number, JsonNode json) implements BulkLine {}

    /**
     * A line that is not.
     *
     * @param code kebab-case and stable
     * @param detail says what is wrong and what to do
     */
    record Unreadable(long number, String code, String detail) implements BulkLine {}
}
