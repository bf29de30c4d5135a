package io.groundswell.creator.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What people decided about pairs. Runs within the caller's transaction. */
@ApplicationScoped
class DuplicateDecisions {
    /** Only a pair that was told can be dismissed. The first decision stands, so that saying it twice changes nothing. */
    private static final String DISMISS = """
            insert into duplicate_dismissal (workspace_id, first_id, second_id, reason, dismissed_at, dismissed_by)
            select c.workspace_id, c.first_id, c.second_id, cast(?4 as text), cast(?5 as timestamptz), cast(?6 as text)
            from duplicate_candidate c
            join creator f on f.workspace_id = ?1 and f.id = c.first_id and f.merged_into is null
            join creator s on s.workspace_id = ?1 and s.id = c.second_id and s.merged_into is null
            where c.workspace_id = ?1 and c.first_id = ?2 and c.second_id = ?3
            on conflict (workspace_id, first_id, second_id) do update set dismissed_at = duplicate_dismissal.dismissed_at""";
    private static final String RECONSIDER = """
            delete from duplicate_dismissal where workspace_id = ?1 and first_id = ?2 and second_id = ?3""";

    private final Clock clock;

    DuplicateDecisions(Clock clock) {
        this.clock = clock;
    }

    /** Remembers that the two are two people; fails with 404 when they are no candidates. */
    Uni<Void> dismiss(Workspace workspace, UUID creator, UUID other, Dismissal dismissal, String by) {
        CreatorPair pair = CreatorPair.of(creator, other);
        return Panache.getSession().chain(session -> session.createNativeQuery(DISMISS)
                .setParameter(1, workspace.key())
                .setParameter(2, pair.first())
                .setParameter(3, pair.second())
                .setParameter(4, dismissal.reason())
                .setParameter(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter(6, by)
                .executeUpdate())
                .invoke(dismissed -> requireFound(dismissed, other)).replaceWithVoid();
    }

    /** Forgets that the two were said to be two people; fails with 404 when nobody said it. */
    Uni<Void> reconsider(Workspace workspace, UUID creator, UUID other) {
        CreatorPair pair = CreatorPair.of(creator, other);
        return Panache.getSession().chain(session -> session.createNativeQuery(RECONSIDER)
                .setParameter(1, workspace.key())
                .setParameter(2, pair.first())
                .setParameter(3, pair.second())
                .executeUpdate())
                .invoke(forgotten -> requireFound(forgotten, other)).replaceWithVoid();
    }

    private static void requireFound(int rows, UUID other) {
        if (rows == 0) {
            throw ProblemException.notFound("duplicate candidate", other);
        }
    }
}
