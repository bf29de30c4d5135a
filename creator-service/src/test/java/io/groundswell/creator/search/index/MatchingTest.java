package io.groundswell.creator.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.creator.search.index.SearchQuery.Range;
import io.groundswell.kit.workspace.Workspace;

/** Filters, orders, pages and facets beside the same work done by looking at every document. */
class MatchingTest {
    private static final List<String> NETWORKS = List.of("INSTAGRAM", "TIKTOK", "X", "YOUTUBE");
    private static final List<String> TIERS = List.of("NANO", "NANO", "NANO", "MICRO", "MEGA");
    private static final Set<Dimension> FACETS = EnumSet.of(Dimension.TIER, Dimension.NETWORK, Dimension.COUNTRY);

    private static final Scoring POINTS = new Points();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theIndexAnswersAsIfItLookedAtEveryDocument(long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        RememberedChanges source = new RememberedChanges();
        try (WorkspaceIndex index = WorkspaceIndex.open(directory, new Workspace("matching"), source)) {
            List<UUID> ids = new ArrayList<>();
            for (int round = 0; round < 6; round++) {
                churn(source, ids, random);
                index.follow();
            }
            for (int i = 0; i < 40; i++) {
                SearchQuery query = query(random);
                Order order = List.of(Order.RECENT, Order.LARGEST, Order.SMALLEST, Order.MOST_ENGAGING, Order.BEST_SCORE)
                        .get(i % 5);
                int limit = 1 + random.nextInt(30);

                // When
                List<Hit> forwards = walk(index, query, order, limit, false);
                List<Hit> backwards = walk(index, query, order, limit, true);
                Facets facets = index.search((searcher, memory) -> Facets.of(new Matches(searcher, memory, query), FACETS));

                // Then
                List<UUID> expected = expected(source, query, order);
                assertEquals(expected, forwards.stream().map(Hit::id).toList(), () -> query + " " + order);
                assertEquals(expected.reversed(), backwards.stream().map(Hit::id).toList(), () -> query + " " + order);
                assertEquals(expected.size(), facets.total());
                assertEquals(expectedFacets(source, query), counts(facets), query::toString);
            }
        }
    }

    private static void churn(RememberedChanges source, List<UUID> ids, Random random) {
        for (int i = 0; i < 300; i++) {
            int dice = random.nextInt(10);
            if (dice < 2 && !ids.isEmpty()) {
                source.remove(ids.remove(random.nextInt(ids.size())));
            } else if (dice < 4 && !ids.isEmpty()) {
                source.put(document(ids.get(random.nextInt(ids.size())), random));
            } else {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                ids.add(id);
                source.put(document(id, random));
            }
        }
    }

    private static CreatorDocument document(UUID id, Random random) {
        Map<Dimension, Set<String>> values = CreatorDocument.noValues();
        values.put(Dimension.TIER, Set.of(pick(TIERS, random)));
        values.put(Dimension.NETWORK, random.nextBoolean()
                ? Set.of(pick(NETWORKS, random))
                : Set.copyOf(Set.of("INSTAGRAM", pick(NETWORKS.subList(1, 4), random))));
        if (random.nextInt(3) == 0) {
            values.put(Dimension.COUNTRY, Set.of("C" + random.nextInt(60)));
        }
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        if (random.nextInt(10) > 0) {
            figures.put(Figure.FOLLOWERS, (long) random.nextInt(50));
        }
        if (random.nextBoolean()) {
            figures.put(Figure.ENGAGEMENT, (long) random.nextInt(1_000_000));
        }
        return People.of(id, values, figures);
    }

    private static SearchQuery query(Random random) {
        Map<Dimension, Set<String>> filters = new EnumMap<>(Dimension.class);
        if (random.nextBoolean()) {
            filters.put(Dimension.TIER, Set.of(pick(TIERS, random)));
        }
        if (random.nextBoolean()) {
            filters.put(Dimension.NETWORK, Set.copyOf(NETWORKS.subList(0, 1 + random.nextInt(4))));
        }
        if (random.nextInt(4) == 0) {
            filters.put(Dimension.COUNTRY, Set.of("C1", "C2", "C3", "nowhere"));
        }
        Map<Figure, Range> ranges = new EnumMap<>(Figure.class);
        if (random.nextInt(3) == 0) {
            ranges.put(Figure.FOLLOWERS, new Range(random.nextInt(20), 20 + random.nextInt(20)));
        }
        return new SearchQuery(random.nextInt(4) == 0 ? "somebody" : null, filters, ranges, POINTS,
                random.nextInt(3) == 0 ? new Range(1000, 3_000_000) : null);
    }

    private static List<Hit> walk(WorkspaceIndex index, SearchQuery query, Order order, int limit, boolean backwards)
            throws IOException {
        List<Hit> all = new ArrayList<>();
        @Nullable
        Hit last = null;
        List<Hit> page;
        do {
            Paging paging = new Paging(order, last, backwards, limit);
            page = index.search((searcher, memory) -> paging.read(new Matches(searcher, memory, query)));
            all.addAll(page);
            last = page.isEmpty() ? null : page.getLast();
        } while (page.size() == limit);
        return all;
    }

    private static List<UUID> expected(RememberedChanges source, SearchQuery query, Order order) {
        Comparator<CreatorDocument> byId = Comparator.comparingLong((CreatorDocument one) -> DocumentFields.high(one.id()))
                .thenComparingLong(one -> DocumentFields.low(one.id()));
        Figure figure = order.figure();
        Comparator<CreatorDocument> byKey = Comparator.comparingLong(one -> order == Order.BEST_SCORE
                ? points(one)
                : figure == null ? 0 : one.figure(figure));
        Comparator<CreatorDocument> ascending = byKey.thenComparing(byId);
        return source.documents().stream().filter(one -> matches(one, query, null))
                .sorted(order.isDescending() ? ascending.reversed() : ascending).map(CreatorDocument::id).toList();
    }

    private static boolean matches(CreatorDocument one, SearchQuery query, @Nullable Dimension except) {
        return query.filters().entrySet().stream().allMatch(filter -> filter.getKey() == except
                || filter.getValue().stream().anyMatch(one.values(filter.getKey())::contains))
                && query.ranges().entrySet().stream().allMatch(range -> one.figure(range.getKey()) >= range.getValue().least()
                        && one.figure(range.getKey()) <= range.getValue().most())
                && (query.scores() == null || query.scores().holds(points(one)));
    }

    private static long points(CreatorDocument one) {
        if (one.values(Dimension.TIER).contains("MEGA")) {
            return Figure.UNKNOWN;
        }
        long networks = (one.values(Dimension.NETWORK).contains("TIKTOK") ? 1L : 0)
                + (one.values(Dimension.NETWORK).contains("X") ? 2L : 0);
        return networks * 1_000_000 + Math.max(0, one.figure(Figure.ENGAGEMENT));
    }

    /** Points for two networks and for engagement; none for those who are too large. */
    private static final class Points implements Scoring {
        @Override
        public String name() {
            return "points";
        }

        @Override
        public Map<Dimension, List<String>> values() {
            return Map.of(Dimension.NETWORK, List.of("TIKTOK", "X"));
        }

        @Override
        public List<String> phrases() {
            return List.of("nobody");
        }

        @Override
        public Map<Dimension, Set<String>> without() {
            return Map.of(Dimension.TIER, Set.of("MEGA"));
        }

        @Override
        public long score(long[] values, long phrases, long engagement) {
            return values[Dimension.NETWORK.place()] * 1_000_000 + engagement + phrases;
        }
    }

    private static Map<Dimension, Map<String, Long>> expectedFacets(RememberedChanges source, SearchQuery query) {
        Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
        for (Dimension dimension : FACETS) {
            Map<String, Long> ofOne = new HashMap<>();
            source.documents().stream().filter(one -> matches(one, query, dimension))
                    .forEach(one -> one.values(dimension).forEach(value -> ofOne.merge(value, 1L, Long::sum)));
            counts.put(dimension, ofOne);
        }
        return counts;
    }

    private static Map<Dimension, Map<String, Long>> counts(Facets facets) {
        return facets.counts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .collect(Collectors.toMap(Facets.Count::value, Facets.Count::count))));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
