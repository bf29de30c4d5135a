package io.groundswell.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How long requests took, in nanoseconds.
 *
 * @param sorted the shortest first
 */
@SuppressWarnings("ArrayRecordComponent")
record Latencies(long[] sorted) {

    /** Sends every request in turn, again and again, from several clients at once. */
    static Latencies of(List<String> requests, int times, int clients, Consumer<String> send) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> parts = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> one(requests, times / clients, client, send))).toList();
            return new Latencies(parts.stream().flatMapToLong(part -> Arrays.stream(taken(part))).sorted().toArray());
        }
    }

    private static long[] taken(Future<long[]> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long[] one(List<String> requests, int times, int client, Consumer<String> send) {
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            send.accept(requests.get((i * 7 + client) % requests.size()));
            took[i] = System.nanoTime() - begin;
        }
        return took;
    }

    double p50() {
        return at(0.5);
    }

    double p95() {
        return at(0.95);
    }

    /** Milliseconds. */
    private double at(double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms", p50(), p95());
    }
}
