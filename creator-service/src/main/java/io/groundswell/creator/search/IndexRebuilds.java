package io.groundswell.creator.search;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Asks every replica, by way of the database, to build its index of a workspace anew. */
@ApplicationScoped
class IndexRebuilds {
    private static final String ASK = """
            insert into search_index as s (workspace_id, epoch, asked_at) values (?1, 1, ?2)
            on conflict (workspace_id) do update set epoch = s.epoch + 1, asked_at = excluded.asked_at""";

    private final Clock clock;

    IndexRebuilds(Clock clock) {
        this.clock = clock;
    }

    /** Asks within the caller's transaction; replicas begin when it has ended. */
    Uni<Void> ask(Workspace workspace) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ASK)
                .setParameter(1, workspace.key())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate()).replaceWithVoid();
    }
}
