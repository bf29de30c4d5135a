package io.groundswell.creator.creator;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

/** The orders in which creators can be listed. Every order ends with the id, so that no two creators are equal in it. */
enum CreatorSort {
    RECENT("recent", null, "c.id", true),
    SMALLEST("followers", "coalesce(c.followers, -1)", "c.id", false),
    LARGEST("-followers", "coalesce(c.followers, -1)", "c.id", true),
    MOST_POSTS("-posts", "p.posts", "p.creator_id", true);

    static final String FORM = "recent|followers|-followers|-posts";

    private final String parameter;
    private final @Nullable String figure;
    private final String id;
    private final boolean descending;

    CreatorSort(String parameter, @Nullable String figure, String id, boolean descending) {
        this.parameter = parameter;
        this.figure = figure;
        this.id = id;
        this.descending = descending;
    }

    /** Reads the query parameter {@code sort}. */
    static CreatorSort of(@Nullable String parameter) {
        if (parameter == null) {
            return RECENT;
        }
        return Arrays.stream(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst()
                .orElseThrow(() -> ProblemException.parameter("sort", "unknown-order", "sort must be one of "
                        + Arrays.stream(values()).map(sort -> sort.parameter).collect(Collectors.joining(", ")) + "."));
    }

    String parameter() {
        return parameter;
    }

    boolean ranksParticipation() {
        return this == MOST_POSTS;
    }

    /** Returns the condition that a row comes after the cursor's keys in the direction of reading. */
    String after(boolean backwards, List<String> keys, SqlParameters parameters) {
        String sign = descending == backwards ? ">" : "<";
        UUID lastId = UUID.fromString(keys.getLast());
        return figure == null
                ? "%s %s %s".formatted(id, sign, parameters.add(lastId))
                : "(%s, %s) %s (%s, %s)".formatted(figure, id, sign, parameters.add(Long.valueOf(keys.getFirst())),
                        parameters.add(lastId));
    }

    String orderBy(boolean backwards) {
        String direction = descending == backwards ? "asc" : "desc";
        return figure == null
                ? "%s %s".formatted(id, direction)
                : "%s %s, %s %s".formatted(figure, direction, id, direction);
    }

    /** Returns what a cursor keeps of a creator. */
    List<String> keys(CreatorList.Entry entry) {
        String entryId = entry.creator().id().toString();
        Long followers = entry.creator().followers();
        return switch (this) {
            case RECENT -> List.of(entryId);
            case SMALLEST, LARGEST -> List.of(Long.toString(Objects.requireNonNullElse(followers, -1L)), entryId);
            case MOST_POSTS -> List.of(Long.toString(entry.posts()), entryId);
        };
    }
}
