package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Takes figures of one account that somebody measured. Runs within the caller's transaction of the object mapper. */
@ApplicationScoped
public class AccountFigures {
    private final CreatorRepository repository;
    private final Outbox outbox;
    private final Clock clock;

    AccountFigures(CreatorRepository repository, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Moves the account's figures forward; what is not told keeps its value. Returns the step, whose two sides are equal when
     * nothing changed. Fails with 404 when the creator has no such account, with 409 when the person is not followed, with 422
     * when something later is known.
     */
    public Uni<FigureChange> observe(Workspace workspace, UUID creatorId, UUID accountId, Figures told, Instant observedAt,
            TierScheme scheme) {
        return repository.lockCreators(workspace)
                .chain(() -> repository.get(workspace, creatorId))
                .chain(creator -> observe(workspace, creator, accountId, told, observedAt, scheme));
    }

    private Uni<FigureChange> observe(Workspace workspace, Creator creator, UUID accountId, Figures told, Instant observedAt,
            TierScheme scheme) {
        Account account = creator.accounts().stream().filter(one -> one.id().equals(accountId)).findFirst()
                .orElseThrow(() -> ProblemException.notFound("account", accountId));
        if (!creator.stage().isFollowed()) {
            throw ProblemException.of(Creator.WRONG_STAGE, "Figures of a creator who is %s are not followed."
                    .formatted(creator.stage()));
        }
        if (observedAt.isBefore(account.observedAt())) {
            throw new InvalidValue("observedAt", "earlier-than-known",
                    "What the account was at %s is known; history goes forward only.".formatted(account.observedAt()));
        }
        Figures before = account.figures();
        Instant beforeAt = account.observedAt();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Tier former = creator.follow(account, sighting(account, told, observedAt), scheme, now);
        Uni<Void> announced = former == creator.tier()
                ? Uni.createFrom().voidItem()
                : outbox.append(workspace, List.of(CreatorEvent.tierChanged(creator, former, now)));
        return Panache.getSession().chain(session -> session.flush())
                .chain(() -> announced)
                .replaceWith(new FigureChange(accountId, before, beforeAt, account.figures(), observedAt,
                        DiscoveredVia.IMPORT));
    }

    /** A closer way of discovery is not claimed: figures of a known account discover nobody. */
    private static Sighting sighting(Account account, Figures told, Instant observedAt) {
        var profile = AccountProfile.of(account.network(), account.facts().handle(), account.facts().userId(), told);
        return new Sighting(profile, null, DiscoveredVia.IMPORT, observedAt, true, null);
    }
}
