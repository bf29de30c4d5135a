package io.groundswell.creator.creator;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a creator is to the brand. A merge unites two of these, and taking it back finds out what belongs to whom.
 */
public record Standing(CreatorKind kind, Stage stage, DiscoveredVia discoveredVia, List<String> tags,
        @Nullable UUID employeeId) {
    /**
     * From what gives way to what prevails. A no prevails over everything; a relationship that lives over one that rests or
     * was ended; and one that was ended over one that never began.
     */
    private static final List<Stage> PREVAILING_LAST = List.of(Stage.DISCOVERED, Stage.ARCHIVED, Stage.DORMANT,
            Stage.CONTACTED, Stage.ENGAGED, Stage.ACTIVE, Stage.OPTED_OUT, Stage.ERASED);

    public Standing {
        tags = List.copyOf(tags);
    }

    /** Tells whether the two are linked to two people on the roster, who cannot be one. */
    boolean isOfAnotherEmployeeThan(Standing other) {
        return employeeId != null && other.employeeId != null && !employeeId.equals(other.employeeId);
    }

    /** Returns the standing of one person who was taken for two: of each part what is closer to the brand, any no, and all tags. */
    Standing unitedWith(Standing other) {
        return new Standing(later(kind, other.kind, Comparator.naturalOrder()),
                later(stage, other.stage, Comparator.comparing(PREVAILING_LAST::indexOf)),
                discoveredVia.closer(other.discoveredVia), joined(tags, other.tags),
                employeeId == null ? other.employeeId : employeeId);
    }

    private static <T> T later(T one, T other, Comparator<T> order) {
        return order.compare(one, other) < 0 ? other : one;
    }

    /**
     * Returns what is left of this standing when the merge that made {@code after} of {@code before} is taken back: what it
     * was before, but for what has been decided or learned since.
     */
    Standing releasedFrom(Standing before, Standing after) {
        return new Standing(since(before, after, Standing::kind), since(before, after, Standing::stage),
                since(before, after, Standing::discoveredVia),
                joined(without(before.tags, without(after.tags, tags)), without(tags, after.tags)),
                Objects.equals(employeeId, after.employeeId) ? before.employeeId : employeeId);
    }

    private static List<String> joined(List<String> tags, List<String> more) {
        return Stream.concat(tags.stream(), more.stream()).distinct().sorted().toList();
    }

    private static List<String> without(List<String> tags, List<String> fewer) {
        return tags.stream().filter(tag -> !fewer.contains(tag)).toList();
    }

    private <T> T since(Standing before, Standing after, Function<Standing, T> part) {
        T now = part.apply(this);
        return now.equals(part.apply(after)) ? part.apply(before) : now;
    }
}
