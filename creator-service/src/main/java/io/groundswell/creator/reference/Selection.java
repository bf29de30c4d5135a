package io.groundswell.creator.reference;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

/** Which rows a list is to hold. */
public final class Selection {
    private final SortedMap<String, String> key = new TreeMap<>();
    private @Nullable LocalDate inForceOn;

    /** Leaves out what has another value in a column of the key; null leaves out nothing. */
    public Selection with(String column, @Nullable Enum<?> value) {
        if (value != null) {
            key.put(column, value.name());
        }
        return this;
    }

    /**
     * Leaves out what is not in force on the day; null leaves out nothing.
     *
     * @throws ProblemException 400 for a day on which no row can hold
     */
    public Selection inForceOn(@Nullable LocalDate day) {
        if (day != null && !Provenance.isPossible(day)) {
            throw ProblemException.parameter("inForceOn", "out-of-range", "inForceOn must be a day of this century.");
        }
        inForceOn = day;
        return this;
    }

    Map<String, String> key() {
        return key;
    }

    @Nullable
    LocalDate day() {
        return inForceOn;
    }
}
