package io.groundswell.advocacy.roster;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks the roster up; lists are in the order of the folded e-mail address. */
@ApplicationScoped
public class Employees {
    private static final String SELECT = """
            select id, email_key, work_email, name, department, job_function, location, manager_email, active, created_at,
                updated_at, version
            from employee where workspace_id = $1
            """;
    private static final String BY_ID = SELECT + "and id = $2";
    private static final String LOCK_ACTIVE = """
            select id from employee where workspace_id = ?1 and email_key = ?2 and active for no key update""";
    private static final String FILTERED = SELECT
            + "and ($2::text is null or department = $2) and ($3::boolean is null or active = $3) ";
    private static final String AFTER = FILTERED + "and ($4::text is null or email_key > $4) order by email_key limit $5";
    private static final String BEFORE = FILTERED + "and email_key < $4 order by email_key desc limit $5";

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    Employees(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /**
     * Returns the active employee with this e-mail address, or null when the roster has none. To be called within a
     * {@link io.groundswell.kit.workspace.WorkspaceTransaction}: until that ends, the person neither leaves nor does anything
     * else that begins with this.
     */
    public Uni<@Nullable UUID> lockActive(Workspace workspace, @Nullable String email) {
        String key = WorkEmail.keyOf(email);
        return key == null
                ? Uni.createFrom().nullItem()
                : Panache.getSession().chain(session -> session.createNativeQuery(LOCK_ACTIVE, UUID.class)
                        .setParameter(1, workspace.key())
                        .setParameter(2, key)
                        .getSingleResultOrNull());
    }

    /** Returns the person, or fails with 404. */
    public Uni<EmployeeView> get(Workspace workspace, UUID id) {
        return database.read(workspace, BY_ID, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("employee", id);
            }
            return view(rows.iterator().next());
        });
    }

    Uni<Page<EmployeeView>> page(Workspace workspace, @Nullable String department, @Nullable Boolean active, Limit limit,
            @Nullable String cursor) {
        if (department != null && department.indexOf('\0') >= 0) {
            throw ProblemException.parameter("department", "nul-character",
                    "department must not contain the character U+0000.");
        }
        CursorScope scope = CursorScope.of(workspace.key(), "listEmployees").with("department", department)
                .with("active", active);
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), department, active, at == null ? null : at.keys().getFirst(),
                limit.rows());
        return database.read(workspace, at != null && at.backwards() ? BEFORE : AFTER, parameters)
                .map(rows -> cursors.page(scope, at, limit, rows.stream().toList(),
                        row -> List.of(row.getString("email_key")), Employees::view));
    }

    private static EmployeeView view(Row row) {
        return new EmployeeView(row.getUUID("id"), row.getString("work_email"), row.getString("name"),
                row.getString("department"), row.getString("job_function"), row.getString("location"),
                row.getString("manager_email"), row.getBoolean("active"), row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(), row.getLong("version"));
    }
}
