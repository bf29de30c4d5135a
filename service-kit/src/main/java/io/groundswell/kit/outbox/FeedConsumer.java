package io.groundswell.kit.outbox;

import java.util.List;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What a service makes of another's events. */
public interface FeedConsumer {
    /** Names the consumer's position for ever: a new name starts at the first event again. */
    String name();

    /** Returns the types of events that matter here; of others it may be given some, to be passed over. */
    EventTypes types();

    /**
     * Applies events of one workspace, oldest first, within the transaction that also stores the new position. May be called
     * again for the same events after a failure, then in a transaction that saw nothing of the first call.
     */
    Uni<Void> apply(SqlConnection transaction, Workspace workspace, List<FeedEvent> events);
}
