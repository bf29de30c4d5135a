package io.groundswell.advocacy.sharing;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.advocacy.roster.Employees;
import io.groundswell.advocacy.sharing.EmployeeDataView.SharedByEmployee;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Collects what is kept on one employee. */
@ApplicationScoped
class EmployeeData {
    private static final String SHARES = """
            select s.id, s.pack_id, s.network, s.variant, s.text, s.code, s.created_at,
                (select coalesce(sum(d.clicks), 0)::bigint from share_day d
                 where d.workspace_id = $1 and d.share_id = s.id) as clicks
            from share s where s.workspace_id = $1 and s.employee_id = $2 order by s.id""";

    private final Employees employees;
    private final WorkspaceDatabase database;

    EmployeeData(Employees employees, WorkspaceDatabase database) {
        this.employees = employees;
        this.database = database;
    }

    /** Returns everything, or fails with 404. */
    Uni<EmployeeDataView> of(Workspace workspace, UUID employeeId) {
        return employees.get(workspace, employeeId)
                .chain(employee -> database.read(workspace, SHARES, Tuple.of(workspace.key(), employeeId))
                        .map(rows -> new EmployeeDataView(employeeId, employee,
                                rows.stream().map(EmployeeData::share).toList())));
    }

    private static SharedByEmployee share(Row row) {
        return new SharedByEmployee(row.getUUID("id"), row.getUUID("pack_id"), Network.valueOf(row.getString("network")),
                row.getInteger("variant"), row.getString("text"), row.getString("code"),
                row.getOffsetDateTime("created_at").toInstant(), row.getLong("clicks"));
    }
}
