package io.groundswell.creator.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.search.index.Dimension;
import io.groundswell.kit.problem.ProblemException;

/** Which facets to count: the query parameter {@code facets}. */
public final class FacetChoice {
    private FacetChoice() {}

    /**
     * Reads names separated by commas.
     *
     * @throws ProblemException 400 that names those there are
     */
    public static Set<Dimension> of(@Nullable String names) {
        Set<Dimension> chosen = EnumSet.noneOf(Dimension.class);
        if (names == null || names.isBlank()) {
            return chosen;
        }
        for (String name : names.split(",", -1)) {
            chosen.add(Arrays.stream(Dimension.values()).filter(one -> one.parameter().equals(name.strip())).findFirst()
                    .orElseThrow(FacetChoice::unknown));
        }
        return chosen;
    }

    private static ProblemException unknown() {
        return ProblemException.parameter("facets", "unknown-facet", "facets must be of "
                + Arrays.stream(Dimension.values()).map(Dimension::parameter).collect(Collectors.joining(", "))
                + ", separated by commas.");
    }
}
