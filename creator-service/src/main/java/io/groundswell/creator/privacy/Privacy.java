package io.groundswell.creator.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.CreatorRights;
import io.groundswell.creator.creator.CreatorView;
import io.groundswell.creator.creator.Stage;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** What can be done about the data of one person. All of it runs within the caller's transaction. */
@ApplicationScoped
class Privacy {
    static final ProblemType ERASED = new ProblemType("creator-erased", 409, "The person was erased");

    private final CreatorRights creators;
    private final CreatorPrivacies privacies;
    private final Erasures erasures;
    private final Clock clock;

    Privacy(CreatorRights creators, CreatorPrivacies privacies, Erasures erasures, Clock clock) {
        this.creators = creators;
        this.privacies = privacies;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** Returns what holds, or fails with 404. */
    Uni<PrivacyView> get(Workspace workspace, UUID id, PrivacyTerms inForce) {
        return creators.get(workspace, id)
                .chain(creator -> privacies.get(workspace, id, creator.createdAt())
                        .chain(privacy -> view(workspace, creator, privacy, inForce)));
    }

    /** Changes what people find out and decide. Who turns out not to be of age does not stay active. */
    Uni<PrivacyView> revise(Workspace workspace, UUID id, @Nullable String ifMatch,
            UnaryOperator<PrivacyRevision> change, PrivacyTerms inForce) {
        String required = Preconditions.require(ifMatch);
        return change(workspace, id, inForce, (privacy, now) -> {
            Preconditions.requireMatch(required, privacy.tag());
            privacy.revise(change.apply(privacy.revision()).following(privacy.revision(), now));
        }).call(view -> view.ageGroup() == AgeGroup.ADULT
                ? Uni.createFrom().voidItem()
                : creators.rest(workspace, id));
    }

    /** Notes that the person was told. */
    Uni<PrivacyView> notified(Workspace workspace, UUID id, NoticeSent notice, PrivacyTerms inForce) {
        return change(workspace, id, inForce, (privacy, now) -> privacy.notified(
                NoticeSent.channel(notice.channel()), NoticeSent.time(notice.sentAt(), now)))
                .call(() -> privacies.closeNotice(workspace, id));
    }

    /** Follows an objection: the person opts out, and why is kept. */
    Uni<CreatorView> object(Workspace workspace, UUID id, @Nullable String ifMatch, Objection objection,
            PrivacyTerms inForce) {
        return creators.optOut(workspace, id, ifMatch)
                .call(() -> change(workspace, id, inForce, (privacy, now) -> privacy.objected(objection.reason(), now)));
    }

    /** Erases the person, and keeps that it was done. */
    Uni<CreatorView> erase(Workspace workspace, UUID id, @Nullable String ifMatch, ErasureOrder order, String by) {
        return creators.erase(workspace, id, ifMatch)
                .call(() -> erasures.add(workspace, id, new ErasureView(order.ground(), now(), by)));
    }

    private Uni<PrivacyView> change(Workspace workspace, UUID id, PrivacyTerms inForce,
            BiConsumer<CreatorPrivacy, Instant> change) {
        return creators.lock(workspace, id)
                .invoke(Privacy::refuseErased)
                .chain(creator -> privacies.get(workspace, id, creator.createdAt())
                        .invoke(privacy -> change.accept(privacy, now()))
                        .chain(privacies::store)
                        .chain(privacy -> view(workspace, creator, privacy, inForce)));
    }

    private static void refuseErased(CreatorView creator) {
        if (creator.stage() == Stage.ERASED) {
            throw ProblemException.of(ERASED, "Nothing about a person who was erased is kept or changed.");
        }
    }

    private Uni<PrivacyView> view(Workspace workspace, CreatorView creator, CreatorPrivacy privacy, PrivacyTerms inForce) {
        Uni<@Nullable ErasureView> erasure = creator.stage() == Stage.ERASED
                ? erasures.find(workspace, creator.id())
                : Uni.createFrom().nullItem();
        return erasure.map(found -> privacy.view(creator.createdAt(), inForce.noticeMonths(), found));
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
