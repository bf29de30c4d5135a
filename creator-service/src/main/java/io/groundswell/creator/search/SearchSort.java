package io.groundswell.creator.search;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.search.index.Order;
import io.groundswell.kit.problem.InvalidValue;

/** The names of the orders in which creators can be found. */
final class SearchSort {
    private SearchSort() {}

    /**
     * Returns the order of that name; without one, relevance when there are words, else recency.
     *
     * @throws InvalidValue when there is no such order, relevance is asked for without words, or a score without a profile
     */
    static Order of(@Nullable String name, boolean words, boolean profile) {
        if (name == null) {
            return words ? Order.RELEVANCE : Order.RECENT;
        }
        Order order = Arrays.stream(Order.values()).filter(one -> name(one).equals(name)).findFirst()
                .orElseThrow(() -> new InvalidValue("sort", "unknown-order", "sort must be one of "
                        + Arrays.stream(Order.values()).map(SearchSort::name).collect(Collectors.joining(", ")) + "."));
        if (order == Order.RELEVANCE && !words) {
            throw new InvalidValue("sort", "needs-words", "sort=relevance needs q.");
        }
        if (order == Order.BEST_SCORE && !profile) {
            throw new InvalidValue("sort", "needs-profile", "sort=-score needs profileId.");
        }
        return order;
    }

    static String name(Order order) {
        return switch (order) {
            case RELEVANCE -> "relevance";
            case RECENT -> "recent";
            case SMALLEST -> "followers";
            case LARGEST -> "-followers";
            case MOST_ENGAGING -> "-engagement";
            case BEST_SCORE -> "-score";
        };
    }
}
