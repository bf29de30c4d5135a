package io.groundswell.creator.creator;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Who is known here, for features that attach something to a creator. Runs within the caller's transaction. */
@ApplicationScoped
public class KnownCreators {
    /** Empty: the creator stands alone. */
    private static final String FIND = """
            select coalesce(cast(merged_into as text), '') as merged_into from creator
            where workspace_id = %s and id = %s and stage <> 'ERASED'""";
    private static final String FIND_BY_SESSION = FIND.formatted("?1", "?2");
    private static final String FIND_BY_CONNECTION = FIND.formatted("$1", "$2");

    private final CreatorRepository repository;

    KnownCreators(CreatorRepository repository) {
        this.repository = repository;
    }

    /**
     * Makes sure that the creator exists and does to the end of the transaction: an erasure or a merge at the same time comes
     * before, and the creator is not found, or after, and finds what was attached. Fails with 404.
     */
    public Uni<Void> require(Workspace workspace, UUID id) {
        return hold(workspace)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(FIND_BY_SESSION, String.class)
                        .setParameter(1, workspace.key())
                        .setParameter(2, id)
                        .getSingleResultOrNull())
                .invoke(mergedInto -> check(id, mergedInto))
                .replaceWithVoid();
    }

    /** Like {@link #require(Workspace, UUID)}, within a transaction of the pg client. */
    public Uni<Void> require(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(Sightings.LOCK.formatted("$1")).execute(Tuple.of(workspace.key()))
                .chain(() -> find(transaction, workspace, id));
    }

    /** Fails with 404 when there is no such creator, within a transaction of the pg client that only reads. */
    public Uni<Void> find(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(FIND_BY_CONNECTION).execute(Tuple.of(workspace.key(), id))
                .invoke(rows -> check(id, rows.size() == 0 ? null : rows.iterator().next().getString("merged_into")))
                .replaceWithVoid();
    }

    /** Queues with whoever changes creators, so that those who exist now do to the end of the transaction. */
    public Uni<Void> hold(Workspace workspace) {
        return repository.lockCreators(workspace);
    }

    private static void check(UUID id, @Nullable String mergedInto) {
        if (mergedInto == null) {
            throw ProblemException.notFound("creator", id);
        }
        if (!mergedInto.isEmpty()) {
            throw MergedCreator.problem(id, UUID.fromString(mergedInto));
        }
    }
}
