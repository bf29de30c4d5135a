package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.outbox.OutboxEvent;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Makes one creator of two, and two of one, with all that features keep of them, and tells the other services. Runs within
 * the caller's session, queued with the other writers of creators.
 */
@ApplicationScoped
public class Absorptions {
    private final CreatorRepository repository;
    private final List<CreatorAbsorption> features;
    private final Outbox outbox;
    private final Clock clock;

    Absorptions(CreatorRepository repository, @All List<CreatorAbsorption> features, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.features = List.copyOf(features);
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param survivorVersion of the creator who remains, after it
     * @param handedOver what each feature needs to take it back
     */
    public record Done(Absorption absorption, long survivorVersion, List<HandedOver> handedOver, Instant at) {}

    /**
     * One feature's part in a merge.
     *
     * @param content JSON of the feature's own
     */
    public record HandedOver(String feature, String content) {}

    /** Queues with the other writers of creators of the workspace; then nothing comes between reading and changing. */
    public Uni<Void> queue(Workspace workspace) {
        return repository.lockCreators(workspace);
    }

    /**
     * Lets one creator take in another, after {@link #queue}. Fails with 404 without the first, 422 at {@code absorb} without
     * the second, 409 when one of the two is merged or erased already, 412 when the first has changed.
     */
    public Uni<Done> absorb(Workspace workspace, UUID survivorId, String ifMatch, UUID absorbedId, TierScheme scheme) {
        if (survivorId.equals(absorbedId)) {
            throw ProblemException.validation("absorb", "same-creator", "A creator cannot be merged with itself.");
        }
        return repository.getEvenMerged(workspace, survivorId).chain(survivor -> repository.getEvenMerged(workspace, absorbedId)
                .onFailure(Absorptions::isNotFound).transform(_ -> ProblemException.validation("absorb", "unknown-creator",
                        "There is no creator " + absorbedId + "."))
                .chain(absorbed -> absorb(workspace, survivor, ifMatch, absorbed, scheme)));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type().equals(ProblemType.NOT_FOUND);
    }

    private Uni<Done> absorb(Workspace workspace, Creator survivor, String ifMatch, Creator absorbed, TierScheme scheme) {
        MergePermit.require(survivor, absorbed);
        Preconditions.requireMatch(ifMatch, survivor.tag());
        Instant now = now();
        Tier formerTier = survivor.tier();
        boolean isNewNo = (survivor.stage() == Stage.OPTED_OUT) != (absorbed.stage() == Stage.OPTED_OUT);
        Absorption absorption = survivor.absorb(absorbed, scheme, now);
        List<OutboxEvent> events = new ArrayList<>();
        events.add(CreatorEvent.merged(absorption, survivor.accountsOf(absorption), now));
        addTierChange(events, survivor, formerTier, now);
        if (isNewNo) {
            events.add(CreatorEvent.optedOut(survivor, now));
        }
        return flush()
                .chain(() -> handOver(workspace, absorption))
                .call(() -> outbox.append(workspace, events))
                .map(handedOver -> new Done(absorption, survivor.version(), handedOver, now));
    }

    /** One feature after the other: statements of one session never run side by side. */
    private Uni<List<HandedOver>> handOver(Workspace workspace, Absorption absorption) {
        List<HandedOver> all = new ArrayList<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (CreatorAbsorption feature : features) {
            done = done.chain(() -> feature.absorb(workspace, absorption.survivorId(), absorption.absorbedId()))
                    .invoke(content -> all.add(new HandedOver(feature.name(), content))).replaceWithVoid();
        }
        return done.replaceWith(all);
    }

    /** Takes a merge back, after {@link #queue}; returns when. The creator who remained must have no later merge. */
    public Uni<Instant> release(Workspace workspace, Absorption absorption, List<HandedOver> handedOver, TierScheme scheme) {
        return repository.getEvenMerged(workspace, absorption.survivorId())
                .chain(survivor -> repository.getEvenMerged(workspace, absorption.absorbedId())
                        .chain(absorbed -> release(workspace, survivor, absorbed, absorption, handedOver, scheme)));
    }

    private Uni<Instant> release(Workspace workspace, Creator survivor, Creator absorbed, Absorption absorption,
            List<HandedOver> handedOver, TierScheme scheme) {
        Instant now = now();
        Tier survivorsTier = survivor.tier();
        Tier absorbedsTier = absorbed.tier();
        survivor.release(absorbed, absorption, scheme, now);
        List<OutboxEvent> events = new ArrayList<>();
        events.add(CreatorEvent.unmerged(absorption, absorbed.accounts(), now));
        addTierChange(events, survivor, survivorsTier, now);
        addTierChange(events, absorbed, absorbedsTier, now);
        return flush()
                .chain(() -> restore(workspace, absorption, handedOver))
                .chain(() -> outbox.append(workspace, events))
                .replaceWith(now);
    }

    private Uni<Void> restore(Workspace workspace, Absorption absorption, List<HandedOver> handedOver) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (HandedOver part : handedOver) {
            CreatorAbsorption feature = features.stream().filter(one -> one.name().equals(part.feature())).findFirst()
                    .orElseThrow(() -> new IllegalStateException("No feature is named " + part.feature() + " any more"));
            done = done.chain(() -> feature.restore(workspace, absorption.survivorId(), absorption.absorbedId(),
                    part.content()));
        }
        return done;
    }

    private static void addTierChange(List<OutboxEvent> events, Creator creator, @Nullable Tier former, Instant now) {
        if (!Objects.equals(former, creator.tier())) {
            events.add(CreatorEvent.tierChanged(creator, former, now));
        }
    }

    private static Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
