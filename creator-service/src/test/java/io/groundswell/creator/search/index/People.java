package io.groundswell.creator.search.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groundswell.kit.id.Uuid7;

/** Documents for tests. */
final class People {
    private People() {}

    static CreatorDocument named(String name, String handle, String bio) {
        return new CreatorDocument(Uuid7.next(), Set.of(name), Set.of(handle), List.of(bio), List.of(), Map.of(), Map.of());
    }

    static CreatorDocument of(UUID id, Map<Dimension, Set<String>> values, Map<Figure, Long> figures) {
        return new CreatorDocument(id, Set.of("Somebody"), Set.of(), List.of(), List.of(), values, figures);
    }
}
