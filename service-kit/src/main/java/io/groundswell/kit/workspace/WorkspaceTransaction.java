package io.groundswell.kit.workspace;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

import org.hibernate.StaleStateException;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.runtime.SessionOperations;
import io.smallrye.mutiny.Uni;

/** A transaction of the object mapper inside one workspace: aggregates that are loaded, told to change, and saved. */
@ApplicationScoped
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
public class WorkspaceTransaction {
    private static final String PERSISTENCE_UNIT = "<default>";

    /**
     * Runs the work with a session bound to this request's context and commits when it succeeds; the session's changes are
     * written at the end. A caller that goes away does not cut it short. Work on one session is chained, never run side by
     * side.
     *
     * <p>After a deadlock, a serialization failure or a version that another transaction changed first, the work runs again
     * with a new session, so it must load what it changes and have no effect outside of the database. Within a transaction
     * that already runs it joins that one, and leaves running again to it.
     */
    public <T> Uni<T> run(Workspace workspace, Supplier<Uni<T>> work) {
        return WorkspaceDatabase.uncancelled(Uni.createFrom().deferred(() -> isRunning()
                ? attempt(workspace, work)
                : Uni.createFrom().deferred(() -> attempt(workspace, work))
                        .onFailure(WorkspaceTransaction::isConflict).retry().atMost(Conflicts.RETRIES)));
    }

    private static <T> Uni<T> attempt(Workspace workspace, Supplier<Uni<T>> work) {
        return Panache.withTransaction(() -> enter(workspace).chain(_ -> work.get()));
    }

    private static Uni<String> enter(Workspace workspace) {
        return Panache.getSession().chain(session -> session
                .createNativeQuery("select set_config('app.workspace', ?1, true)", String.class)
                .setParameter(1, workspace.key())
                .getSingleResult());
    }

    private static boolean isRunning() {
        return SessionOperations.getCurrentSession(PERSISTENCE_UNIT) != null;
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof StaleStateException || failure instanceof OptimisticLockException
                || Conflicts.isConflict(failure);
    }
}
