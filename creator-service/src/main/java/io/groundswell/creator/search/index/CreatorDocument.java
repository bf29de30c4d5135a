package io.groundswell.creator.search.index;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What can be found of one creator.
 *
 * @param names the creator's and those of the accounts
 * @param handles as the networks show them, without {@code @}
 * @param texts what the person writes: bios, and hashtags of posts
 * @param labels what the brand calls them: tags
 * @param values in each dimension; an absent dimension has none
 * @param figures by figure; absent: {@link Figure#UNKNOWN}
 */
public record CreatorDocument(UUID id, Set<String> names, Set<String> handles, List<String> texts, List<String> labels,
        Map<Dimension, Set<String>> values, Map<Figure, Long> figures) {

    /** Keeps copies that nobody changes. */
    public CreatorDocument {
        names = Set.copyOf(names);
        handles = Set.copyOf(handles);
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
        values = Map.copyOf(values);
        figures = Map.copyOf(figures);
    }

    /** Returns the figure, or {@link Figure#UNKNOWN}. */
    long figure(Figure figure) {
        return figures.getOrDefault(figure, Figure.UNKNOWN);
    }

    /** Returns the values, none when the dimension is absent. */
    Set<String> values(Dimension dimension) {
        return values.getOrDefault(dimension, Set.of());
    }

    /** Returns a map to fill with values. */
    public static Map<Dimension, Set<String>> noValues() {
        return new EnumMap<>(Dimension.class);
    }
}
