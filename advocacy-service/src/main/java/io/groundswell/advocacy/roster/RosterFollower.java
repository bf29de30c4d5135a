package io.groundswell.advocacy.roster;

import java.util.List;
import java.util.UUID;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Whatever must change together with a person's leaving or coming back. */
public interface RosterFollower {
    /** Follows within the transaction that changed the roster; the employees' {@code active} is already the new one. */
    Uni<Void> activityChanged(SqlConnection transaction, Workspace workspace, List<UUID> employees);
}
