package io.groundswell.campaign.gallery.display;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.gallery.PublicId;
import io.groundswell.campaign.gallery.display.PublicStore.Place;
import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.worker.Workers;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Answers to public reads. One is kept for each question and given again while its workspace's lease holds, its revision is
 * still the last, and no right of what it shows has ended. All that is kept is bounded, whatever is asked.
 */
@Singleton
class Answers {
    /** Figures decide on the order and change no revision; rights that begin later change none either. */
    private static final Duration OLDEST = Duration.ofMinutes(1);
    /** As long as a lease, so that a collection is found by whoever asks after its publication was acknowledged. */
    private static final Duration UNKNOWN_FOR = PublicReads.LEASE;
    private static final int MOST_PLACES = 50_000;
    private static final int MOST_UNKNOWN = 100_000;
    private static final int MOST_LOOKUPS = 8;

    private final PublicStore store;
    private final Leases leases;
    private final Renderer renderer;
    private final Workers workers;
    private final Clock clock;
    private final Cache<PublicRead, Answer> answers;
    private final Cache<String, Place> places = Caffeine.newBuilder().maximumSize(MOST_PLACES).build();
    private final Cache<String, Boolean> unknown = Caffeine.newBuilder().maximumSize(MOST_UNKNOWN).expireAfterWrite(UNKNOWN_FOR)
            .build();
    private final ConcurrentMap<PublicRead, Rendering> renderings = new ConcurrentHashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();

    Answers(PublicStore store, Leases leases, Renderer renderer, Workers workers, Clock clock,
            @ConfigProperty(name = "groundswell.gallery.cache", defaultValue = "24M") MemorySize size) {
        this.store = store;
        this.leases = leases;
        this.renderer = renderer;
        this.workers = workers;
        this.clock = clock;
        this.answers = Caffeine.newBuilder().maximumWeight(size.asLongValue())
                .weigher((PublicRead read, Answer answer) -> answer.size()).build();
    }

    /** An answer in the making, from a question that was sent at a time or later. */
    private record Rendering(long sentAt, Uni<Answer> answer) {}

    /** Returns the answer when it is known without asking anybody; null otherwise. */
    Answer.@Nullable Content held(PublicRead read, long arrivedAt) {
        Answer answer = answers.getIfPresent(read);
        if (answer == null || !answer.holds(arrivedAt, clock.millis())) {
            return null;
        }
        if (answer.lease().shouldRenew(arrivedAt)) {
            leases.renewInBackground(answer.lease());
        }
        return answer.content();
    }

    /**
     * Returns the answer to a request that arrived at a time of {@link System#nanoTime()}. Fails with 404 when there is no such
     * collection in public, with 400 when the cursor is not one of its own, and with 503 when that cannot be known.
     */
    Uni<Answer.Content> find(PublicRead read, long arrivedAt) {
        if (!PublicId.isId(read.publicId())) {
            return Uni.createFrom().failure(absent());
        }
        store.cursor(read);
        Answer known = answers.getIfPresent(read);
        Uni<Answer> answer;
        if (known == null || clock.millis() >= known.untilMillis()) {
            answer = place(read.publicId()).chain(place -> render(place, read, arrivedAt));
        } else if (known.holds(arrivedAt, clock.millis())) {
            answer = Uni.createFrom().item(known);
        } else {
            answer = leases.renew(known.lease()).chain(() -> known.holds(arrivedAt, clock.millis())
                    ? Uni.createFrom().item(known)
                    : place(read.publicId()).chain(place -> render(place, read, arrivedAt)));
        }
        return answer.map(found -> {
            if (found.content() == null) {
                throw absent();
            }
            return found.content();
        });
    }

    private Uni<Place> place(String publicId) {
        Place place = places.getIfPresent(publicId);
        if (place != null) {
            return Uni.createFrom().item(place);
        }
        if (unknown.getIfPresent(publicId) != null) {
            return Uni.createFrom().failure(absent());
        }
        return Uni.createFrom().deferred(() -> {
            if (lookups.incrementAndGet() > MOST_LOOKUPS) {
                return Uni.createFrom().<@Nullable Place>failure(ProblemException
                        .unavailable("Whether this collection exists cannot be told at the moment.", 1));
            }
            return store.find(publicId);
        }).onTermination().invoke(lookups::decrementAndGet).map(found -> remember(publicId, found));
    }

    private Place remember(String publicId, @Nullable Place found) {
        if (found == null) {
            unknown.put(publicId, true);
            throw absent();
        }
        places.put(publicId, found);
        return found;
    }

    /** Requests for the same share one reading, if it is recent enough for each. */
    private Uni<Answer> render(Place place, PublicRead read, long arrivedAt) {
        return renderings.compute(read, (_, running) -> running != null && Lease.isRecent(running.sentAt(), arrivedAt)
                ? running
                : begin(place, read)).answer();
    }

    private Rendering begin(Place place, PublicRead read) {
        long sentAt = System.nanoTime();
        Lease lease = leases.of(place.workspace());
        Uni<Answer> answer = Uni.createFrom().deferred(() -> store.page(place, read))
                .chain(page -> workers.run(() -> answer(lease, read, page)))
                .invoke(made -> {
                    lease.learn(made.revision(), sentAt);
                    answers.put(read, made);
                })
                .onTermination().invoke(() -> renderings.remove(read))
                .memoize().indefinitely();
        return new Rendering(sentAt, answer);
    }

    private Answer answer(Lease lease, PublicRead read, PublicPage page) {
        Instant latest = clock.instant().plus(OLDEST);
        PublicPage.Shown shown = page.shown();
        Instant end = shown == null || shown.firstEnd() == null ? latest : shown.firstEnd();
        return new Answer(lease, page.revision(), Math.min(end.toEpochMilli(), latest.toEpochMilli()),
                shown == null ? null : renderer.render(read, shown));
    }

    private static ProblemException absent() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such collection, or it is not public.");
    }
}
