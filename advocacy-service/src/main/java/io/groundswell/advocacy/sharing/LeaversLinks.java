package io.groundswell.advocacy.sharing;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.advocacy.link.ShortLinks;
import io.groundswell.advocacy.roster.RosterFollower;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Switches a person's links off when the person leaves, and on again if the person comes back. */
@ApplicationScoped
class LeaversLinks implements RosterFollower {
    private static final String SHARES = """
            select share.id, employee.active
            from share join employee on employee.workspace_id = share.workspace_id and employee.id = share.employee_id
            where share.workspace_id = $1 and share.employee_id = any($2::uuid[])""";

    private final ShortLinks links;

    LeaversLinks(ShortLinks links) {
        this.links = links;
    }

    @Override
    public Uni<Void> activityChanged(SqlConnection transaction, Workspace workspace, List<UUID> employees) {
        return transaction.preparedQuery(SHARES).execute(Tuple.of(workspace.key(), employees.toArray(UUID[]::new)))
                .chain(rows -> {
                    List<Row> shares = rows.stream().toList();
                    return links.activate(transaction, workspace, shares.stream().map(row -> row.getUUID("id")).toList(),
                            shares.stream().map(row -> row.getBoolean("active")).toList());
                });
    }
}
