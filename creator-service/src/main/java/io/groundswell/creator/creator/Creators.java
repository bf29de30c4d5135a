package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.outbox.OutboxEvent;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What people can do with creators. All of it runs within the caller's transaction. */
@ApplicationScoped
class Creators {
    static final ProblemType KNOWN_ACCOUNT = new ProblemType("account-already-known", 409,
            "An account belongs to a creator who is known already");

    private final CreatorRepository repository;
    private final ErasedAccounts erased;
    private final List<StageGate> gates;
    private final Outbox outbox;
    private final Clock clock;

    Creators(CreatorRepository repository, ErasedAccounts erased, @All List<StageGate> gates, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.erased = erased;
        this.gates = gates;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Creator> create(Workspace workspace, CreatorDraft draft, TierScheme scheme) {
        Creator creator = creator(workspace, draft, scheme);
        return repository.lockCreators(workspace)
                .chain(() -> refuseKnown(workspace, draft.accounts()))
                .chain(() -> erased.refuse(workspace, draft.accounts()))
                .chain(() -> repository.add(creator))
                .chain(() -> tell(workspace, CreatorEvent.created(creator, now())))
                .replaceWith(creator);
    }

    Uni<Creator> revise(Workspace workspace, UUID id, @Nullable String ifMatch, UnaryOperator<CreatorRevision> change) {
        return change(workspace, id, ifMatch, (creator, now) -> creator.revise(change.apply(creator.revision()), now));
    }

    Uni<Creator> enter(Workspace workspace, UUID id, @Nullable String ifMatch, Stage next) {
        return change(workspace, id, ifMatch, (creator, now) -> creator.enter(next, now))
                .call(() -> pass(workspace, id, next))
                .call(creator -> next == Stage.OPTED_OUT
                        ? tell(workspace, CreatorEvent.optedOut(creator, now()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Creator> change(Workspace workspace, UUID id, @Nullable String ifMatch, BiConsumer<Creator, Instant> change) {
        String required = Preconditions.require(ifMatch);
        return repository.lockCreators(workspace)
                .chain(() -> repository.get(workspace, id))
                .invoke(creator -> Preconditions.requireMatch(required, creator.tag()))
                .invoke(creator -> change.accept(creator, now()))
                .call(() -> Panache.getSession().chain(session -> session.flush()));
    }

    /** A gate that stays shut takes the change back with the transaction. */
    private Uni<Void> pass(Workspace workspace, UUID id, Stage next) {
        Uni<Void> passed = Uni.createFrom().voidItem();
        for (StageGate gate : gates) {
            passed = passed.chain(() -> gate.check(workspace, id, next));
        }
        return passed;
    }

    private Creator creator(Workspace workspace, CreatorDraft draft, TierScheme scheme) {
        AccountProfile first = draft.accounts().getFirst();
        String name = draft.displayName() == null
                ? Creator.nameOf(first.network(), AccountFacts.of(first, null))
                : draft.displayName();
        Creator creator = new Creator(workspace, name, draft.kind(), draft.discoveredVia(), now());
        creator.tag(draft.tags());
        AccountIndex claims = new AccountIndex(List.of());
        for (int i = 0; i < draft.accounts().size(); i++) {
            AccountProfile profile = draft.accounts().get(i);
            Account account = new Account(workspace, creator.id(), sighting(i, profile, draft));
            claims.settle(account, profile, true);
            creator.own(account);
        }
        creator.assess(scheme);
        return creator;
    }

    private Sighting sighting(int index, AccountProfile profile, CreatorDraft draft) {
        try {
            return Sighting.told(profile, draft.kind(), draft.discoveredVia(), clock);
        } catch (InvalidValue e) {
            throw new InvalidValue("accounts." + index + "." + e.field(), e.code(), e.detail());
        }
    }

    /** One account after the other: statements of one session never run side by side. */
    private Uni<Void> refuseKnown(Workspace workspace, List<AccountProfile> accounts) {
        Uni<Void> checked = Uni.createFrom().voidItem();
        for (int i = 0; i < accounts.size(); i++) {
            String place = "accounts." + i;
            AccountProfile profile = accounts.get(i);
            checked = checked.chain(() -> repository.findOwner(workspace, profile)).invoke(owner -> {
                if (owner != null) {
                    throw ProblemException.of(KNOWN_ACCOUNT, "Change the creator who has it, or leave the account out.",
                            List.of(FieldError.field(place, "already-known", "This account is of creator " + owner + ".")));
                }
            }).replaceWithVoid();
        }
        return checked;
    }

    private Uni<Void> tell(Workspace workspace, OutboxEvent event) {
        return outbox.append(workspace, List.of(event));
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
