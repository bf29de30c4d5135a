package io.groundswell.advocacy.roster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.erasure.ErasureMarks;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Forgets people of the roster, and recognises them in the next one. */
@ApplicationScoped
class ErasedEmployees {
    /** Rosters go in side by side; an erasure waits for them and they for it, so that none of them looks before and writes after. */
    private static final String LOCK = "select pg_advisory_xact_lock%s(hashtextextended('roster ' || $1, 0))::text";
    private static final String LOCK_FOR_ROSTER = LOCK.formatted("_shared");
    private static final String LOCK_FOR_ERASURE = LOCK.formatted("");
    /** Marks cost a hash each, so they are made only where somebody was erased. */
    private static final String ANY = "select exists (select from erased_employee where workspace_id = $1)";
    private static final String FIND = "select mark from erased_employee where workspace_id = $1 and mark = any($2)";
    private static final String KEY = "select email_key from employee where workspace_id = $1 and id = $2 and work_email <> ''";
    private static final String MARK = """
            insert into erased_employee (workspace_id, mark) values ($1, $2) on conflict do nothing""";
    private static final String ERASE = """
            update employee set work_email = '', email_key = 'erased:' || id, name = null, department = null, job_function = null,
                location = null, manager_email = null, active = false, updated_at = now(), version = version + 1
            where workspace_id = $1 and id = $2""";
    /** Addresses are compared in their folded form, of which the manager's is not stored: PostgreSQL's is near enough. */
    private static final String FORGET_AS_MANAGER = """
            update employee set manager_email = null, updated_at = now(), version = version + 1
            where workspace_id = $1 and lower(manager_email) = $2""";

    private final ErasureMarks marks;
    private final List<RosterFollower> followers;

    ErasedEmployees(ErasureMarks marks, @All List<RosterFollower> followers) {
        this.marks = marks;
        this.followers = followers;
    }

    /** Returns those of the folded addresses that belong to people who were erased; until the transaction ends, nobody is. */
    Uni<Set<String>> among(SqlConnection transaction, Workspace workspace, Collection<String> emailKeys) {
        return transaction.preparedQuery(LOCK_FOR_ROSTER).execute(Tuple.of(workspace.key()))
                .chain(() -> transaction.preparedQuery(ANY).execute(Tuple.of(workspace.key())))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? find(transaction, workspace, emailKeys)
                        : Uni.createFrom().item(Set.of()));
    }

    private Uni<Set<String>> find(SqlConnection transaction, Workspace workspace, Collection<String> emailKeys) {
        Map<UUID, String> marked = new HashMap<>();
        emailKeys.forEach(key -> marked.put(marks.ofEmail(workspace, key), key));
        return transaction.preparedQuery(FIND).execute(Tuple.of(workspace.key(), marked.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    Set<String> erased = new HashSet<>();
                    rows.forEach(row -> erased.add(marked.get(row.getUUID("mark"))));
                    return erased;
                });
    }

    /** Forgets a person, whose links lead nowhere from then on; again, or of somebody who is not here, changes nothing. */
    Uni<Void> erase(SqlConnection transaction, Workspace workspace, UUID employeeId) {
        return transaction.preparedQuery(LOCK_FOR_ERASURE).execute(Tuple.of(workspace.key()))
                .chain(() -> transaction.preparedQuery(KEY).execute(Tuple.of(workspace.key(), employeeId)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : erase(transaction, workspace, employeeId, rows.iterator().next().getString("email_key")));
    }

    private Uni<Void> erase(SqlConnection transaction, Workspace workspace, UUID employeeId, String emailKey) {
        Uni<Void> erased = transaction.preparedQuery(MARK)
                .execute(Tuple.of(workspace.key(), marks.ofEmail(workspace, emailKey)))
                .chain(() -> transaction.preparedQuery(ERASE).execute(Tuple.of(workspace.key(), employeeId)))
                .chain(() -> transaction.preparedQuery(FORGET_AS_MANAGER).execute(Tuple.of(workspace.key(), emailKey)))
                .replaceWithVoid();
        for (RosterFollower follower : followers) {
            erased = erased.chain(() -> follower.activityChanged(transaction, workspace, List.of(employeeId)));
        }
        return erased;
    }
}
