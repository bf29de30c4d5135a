package io.groundswell.kit.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void anIdTellsItsVersionVariantAndTime() {
        // Given
        long before = Instant.now().minus(Duration.ofSeconds(5)).toEpochMilli();

        // When
        UUID id = Uuid7.next();

        // Then
        long millis = id.getMostSignificantBits() >>> 16;
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertTrue(millis >= before && millis <= before + 60_000, "not the time: " + millis);
    }

    @Test
    void idsSortInTheOrderTheyWereMade() {
        // When
        List<UUID> ids = Stream.generate(Uuid7::next).limit(100_000).toList();

        // Then
        assertEquals(ids.stream().sorted().toList(), ids);
        assertEquals(ids.stream().map(UUID::toString).sorted().toList(), ids.stream().map(UUID::toString).toList(),
                "PostgreSQL and clients compare the bytes");
    }

    @Test
    void anIdSortsAfterEveryOneThatAnyThreadMadeBefore() throws Exception {
        // Given
        int threads = 4;
        var barrier = new CyclicBarrier(threads);
        var published = new AtomicReference<>(Uuid7.next());
        Callable<Set<UUID>> maker = () -> {
            Set<UUID> made = new HashSet<>();
            barrier.await();
            for (int i = 0; i < 20_000; i++) {
                UUID seen = published.get();
                UUID id = Uuid7.next();
                assertTrue(id.compareTo(seen) > 0, () -> id + " sorts before " + seen);
                published.accumulateAndGet(id, (a, b) -> a.compareTo(b) > 0 ? a : b);
                made.add(id);
            }
            return made;
        };

        // When
        List<Future<Set<UUID>>> results = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                results.add(executor.submit(maker));
            }
        }

        // Then
        Set<UUID> all = new HashSet<>();
        for (Future<Set<UUID>> result : results) {
            all.addAll(result.get());
        }
        assertEquals(threads * 20_000, all.size());
    }
}
