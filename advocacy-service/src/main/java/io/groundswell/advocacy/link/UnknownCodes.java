package io.groundswell.advocacy.link;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;

/**
 * Codes that the table does not have: mostly mistyped or guessed, rarely shared on another replica a moment ago. Each is
 * looked up once; a code that the database does not have either stays unknown for a minute, unless the table learns it.
 * Someone who guesses codes costs the database a few queries at a time and this process little memory.
 */
@ApplicationScoped
class UnknownCodes {
    private static final Duration DEADLINE = Duration.ofMillis(250);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_LOOKUPS = 8;

    private final LinkStore store;
    private final LinkTable table;
    private final Clock clock;
    private final ConcurrentMap<String, Long> unknownUntil = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Uni<@Nullable Link>> lookups = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();

    UnknownCodes(LinkStore store, LinkTable table, Clock clock) {
        this.store = store;
        this.table = table;
        this.clock = clock;
    }

    /** Returns the link, or null when there is none; fails with 503 when that cannot be known in time. */
    Uni<@Nullable Link> find(String code) {
        Long until = unknownUntil.get(code);
        if (until != null && until > clock.millis()) {
            return Uni.createFrom().nullItem();
        }
        return lookups.computeIfAbsent(code, this::lookUp);
    }

    private Uni<@Nullable Link> lookUp(String code) {
        return Uni.createFrom().deferred(() -> running.incrementAndGet() > MOST_LOOKUPS
                ? Uni.createFrom().<@Nullable Link>failure(busy())
                : store.find(code))
                .ifNoItem().after(DEADLINE).fail()
                .onFailure().transform(_ -> busy())
                .invoke(link -> remember(code, link))
                .onTermination().invoke(() -> {
                    running.decrementAndGet();
                    lookups.remove(code);
                })
                .memoize().indefinitely();
    }

    private void remember(String code, @Nullable Link link) {
        if (link != null) {
            table.put(code, link);
            return;
        }
        if (unknownUntil.size() >= MOST_REMEMBERED) {
            unknownUntil.clear();
        }
        unknownUntil.put(code, clock.millis() + REMEMBERED.toMillis());
    }

    private static ProblemException busy() {
        return ProblemException.unavailable("Whether this link exists cannot be told at the moment.", 1);
    }
}
