package io.groundswell.creator.scoring;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.groundswell.text.topic.Taxonomy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What people can do with customer profiles. All of it runs within the caller's transaction. */
@ApplicationScoped
class CustomerProfiles {
    private final Clock clock;

    CustomerProfiles(Clock clock) {
        this.clock = clock;
    }

    Uni<SavedProfile> create(Workspace workspace, CustomerProfileDraft draft, ScoreModel model) {
        requireKnown(draft.criteria().topics());
        CustomerProfile profile = new CustomerProfile(workspace, now());
        FitProfile first = new FitProfile(profile.id(), profile.version(), draft, model);
        return Panache.getSession()
                .chain((Mutiny.Session session) -> session.persist(profile).chain(session::flush)
                        .chain(() -> save(session, workspace, profile, first)));
    }

    Uni<SavedProfile> revise(Workspace workspace, UUID id, @Nullable String ifMatch,
            UnaryOperator<CustomerProfileDraft> change, ScoreModel model) {
        return Panache.getSession().chain((Mutiny.Session session) -> load(session, workspace, id, ifMatch)
                .chain(profile -> session
                        .find(CustomerProfileVersion.class,
                                new CustomerProfileVersion.Key(workspace.key(), id, profile.version()))
                        .map(latest -> change.apply(latest.content()))
                        .invoke(decided -> requireKnown(decided.criteria().topics()))
                        .invoke(() -> profile.revise(now()))
                        .call(session::flush)
                        .map(decided -> new FitProfile(id, profile.version(), decided, model))
                        .chain(next -> save(session, workspace, profile, next))));
    }

    Uni<Void> delete(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return Panache.getSession().chain((Mutiny.Session session) -> load(session, workspace, id, ifMatch)
                .invoke(profile -> profile.delete(now()))
                .chain(session::flush));
    }

    private static Uni<CustomerProfile> load(Mutiny.Session session, Workspace workspace, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return session.find(CustomerProfile.class, new WorkspaceKey(workspace, id)).invoke(profile -> {
            if (profile == null || profile.isDeleted()) {
                throw ProblemException.notFound("customer profile", id);
            }
            Preconditions.requireMatch(required, profile.tag());
        });
    }

    private Uni<SavedProfile> save(Mutiny.Session session, Workspace workspace, CustomerProfile profile, FitProfile version) {
        return session.persist(new CustomerProfileVersion(workspace, version, now()))
                .chain(session::flush)
                .replaceWith(() -> profile.saved(version));
    }

    /** Only here, not in the criteria: a profile that was saved stays readable when a topic leaves the taxonomy. */
    private static void requireKnown(List<String> topics) {
        for (int i = 0; i < topics.size(); i++) {
            if (Taxonomy.standard().topic(topics.get(i)) == null) {
                throw new InvalidValue("criteria.topics." + i, "unknown-topic",
                        "The taxonomy has no topic %s.".formatted(topics.get(i)));
            }
        }
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
