package io.groundswell.kit.outbox;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.groundswell.kit.problem.ProblemException;

/**
 * The types of events that a reader asks for.
 *
 * @param names such as {@code creator.erased}; none for every type
 */
public record EventTypes(Set<String> names) {
    /** Whatever there is. */
    public static final EventTypes ALL = new EventTypes(Set.of());

    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,60}");

    public EventTypes {
        names = Set.copyOf(names);
    }

    /** Asks for these alone. */
    public static EventTypes of(String... names) {
        return new EventTypes(Set.of(names));
    }

    /**
     * Reads names separated by commas.
     *
     * @throws ProblemException 400 when there are none, too many, or one cannot be the name of a type
     */
    public static EventTypes fromString(String text) {
        var names = new TreeSet<String>();
        for (String name : text.split(",", -1)) {
            if (!NAME.matcher(name).matches() || (names.add(name) && names.size() > MOST)) {
                throw ProblemException.parameter("types", "malformed",
                        "types must be 1 to %d types of events, separated by commas, such as creator.merged,creator.erased."
                                .formatted(MOST));
            }
        }
        return new EventTypes(names);
    }

    /** Tells whether events of the type are asked for. */
    public boolean include(String type) {
        return names.isEmpty() || names.contains(type);
    }

    /** Writes what {@link #fromString} reads. */
    @Override
    public String toString() {
        return String.join(",", new TreeSet<>(names));
    }
}
