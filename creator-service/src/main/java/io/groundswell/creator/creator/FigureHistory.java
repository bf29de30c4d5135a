package io.groundswell.creator.creator;

import java.util.List;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Keeps what accounts' figures were. Asked only where figures change, so that a file in which nothing is new costs nothing. */
public interface FigureHistory {
    /** Takes changes in order, within the transaction that makes them. */
    Uni<Void> append(SqlConnection transaction, Workspace workspace, List<FigureChange> changes);
}
