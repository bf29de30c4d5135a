package io.groundswell.creator.creator;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Who is known here, for features that attach something to a creator. Runs within the caller's transaction. */
@ApplicationScoped
public class KnownCreators {
    private static final String FIND = "select id from creator where workspace_id = %s and id = %s and stage <> 'ERASED'";

    private final CreatorRepository repository;

    KnownCreators(CreatorRepository repository) {
        this.repository = repository;
    }

    /**
     * Makes sure that the creator exists and does to the end of the transaction: an erasure at the same time comes before, and
     * the creator is not found, or after, and finds what was attached. Fails with 404.
     */
    public Uni<Void> require(Workspace workspace, UUID id) {
        return hold(workspace)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(FIND.formatted("?1", "?2"), UUID.class)
                        .setParameter(1, workspace.key())
                        .setParameter(2, id)
                        .getSingleResultOrNull())
                .onItem().ifNull().failWith(() -> ProblemException.notFound("creator", id))
                .replaceWithVoid();
    }

    /** Like {@link #require(Workspace, UUID)}, within a transaction of the pg client. */
    public Uni<Void> require(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(Sightings.LOCK.formatted("$1")).execute(Tuple.of(workspace.key()))
                .chain(() -> transaction.preparedQuery(FIND.formatted("$1", "$2")).execute(Tuple.of(workspace.key(), id)))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("creator", id);
                    }
                })
                .replaceWithVoid();
    }

    /** Queues with whoever changes creators, so that those who exist now do to the end of the transaction. */
    public Uni<Void> hold(Workspace workspace) {
        return repository.lockCreators(workspace);
    }
}
