package io.groundswell.advocacy.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Stores lines of rosters, a batch in one statement. */
@ApplicationScoped
class Roster {
    /** Rows go in by the order of their key, so that two imports at once wait for each other instead of deadlocking. */
    private static final String STORE = """
            with line as (
                select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::boolean[])
                    as line (id, email_key, work_email, name, department, job_function, location, manager_email, active)),
            stored as (
                insert into employee as known (workspace_id, id, email_key, work_email, name, department, job_function, location,
                    manager_email, active)
                select $1, * from line order by email_key
                on conflict (workspace_id, email_key) do update set work_email = excluded.work_email, name = excluded.name,
                    department = excluded.department, job_function = excluded.job_function, location = excluded.location,
                    manager_email = excluded.manager_email, active = excluded.active, updated_at = now(),
                    version = known.version + 1
                where (known.work_email, known.name, known.department, known.job_function, known.location,
                        known.manager_email, known.active)
                    is distinct from (excluded.work_email, excluded.name, excluded.department, excluded.job_function,
                        excluded.location, excluded.manager_email, excluded.active)
                returning new.email_key, new.id, old.id is null as created, old.active is distinct from new.active as turned)
            select line.email_key, coalesce(stored.id, employee.id) as id, stored.created,
                coalesce(stored.turned and not stored.created, false) as turned
            from line left join stored using (email_key)
                left join employee on employee.workspace_id = $1 and employee.email_key = line.email_key""";

    private final WorkspaceDatabase database;
    private final ErasedEmployees erased;
    private final List<RosterFollower> followers;

    Roster(WorkspaceDatabase database, ErasedEmployees erased, @All List<RosterFollower> followers) {
        this.database = database;
        this.erased = erased;
        this.followers = followers;
    }

    /** Stores the lines as if one after the other; returns one outcome for each, in order. */
    Uni<List<Stored>> store(Workspace workspace, List<RosterLine> lines) {
        List<String> keys = lines.stream().map(line -> line.workEmail().key()).toList();
        return database.write(workspace, transaction -> erased.among(transaction, workspace, keys)
                .chain(gone -> store(transaction, workspace, lines, gone)));
    }

    private Uni<List<Stored>> store(SqlConnection transaction, Workspace workspace, List<RosterLine> lines, Set<String> gone) {
        Stored[] outcomes = new Stored[lines.size()];
        Arrays.fill(outcomes, Stored.ERASED);
        Uni<Void> rounds = Uni.createFrom().voidItem();
        for (List<Integer> round : rounds(lines, gone)) {
            rounds = rounds.chain(() -> storeRound(transaction, workspace, lines, round, outcomes));
        }
        return rounds.map(_ -> List.of(outcomes));
    }

    /** A statement may touch a row once, so the second line about a person is the next statement's. */
    private static List<List<Integer>> rounds(List<RosterLine> lines, Set<String> gone) {
        List<List<Integer>> rounds = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (gone.contains(lines.get(i).workEmail().key())) {
                continue;
            }
            int round = seen.merge(lines.get(i).workEmail().key(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(i);
        }
        return rounds;
    }

    private Uni<Void> storeRound(SqlConnection transaction, Workspace workspace, List<RosterLine> lines, List<Integer> round,
            Stored[] outcomes) {
        List<RosterLine> chosen = round.stream().map(lines::get).toList();
        return transaction.preparedQuery(STORE).execute(parameters(workspace, chosen)).chain(rows -> {
            Map<String, Stored> byKey = new HashMap<>();
            List<UUID> turned = new ArrayList<>();
            for (Row row : rows) {
                UUID id = row.getUUID("id");
                byKey.put(row.getString("email_key"), new Stored(outcome(row.getBoolean("created")), id));
                if (Boolean.TRUE.equals(row.getBoolean("turned"))) {
                    turned.add(id);
                }
            }
            for (int index : round) {
                outcomes[index] = byKey.get(lines.get(index).workEmail().key());
            }
            return tell(transaction, workspace, turned);
        });
    }

    private static RosterOutcome.Outcome outcome(@Nullable Boolean created) {
        if (created == null) {
            return RosterOutcome.Outcome.UNCHANGED;
        }
        return created ? RosterOutcome.Outcome.CREATED : RosterOutcome.Outcome.UPDATED;
    }

    private static Tuple parameters(Workspace workspace, List<RosterLine> lines) {
        int size = lines.size();
        UUID[] ids = new UUID[size];
        String[][] texts = new String[7][size];
        Boolean[] active = new Boolean[size];
        for (int i = 0; i < size; i++) {
            RosterLine line = lines.get(i);
            WorkEmail manager = line.managerEmail();
            ids[i] = Uuid7.next();
            texts[0][i] = line.workEmail().key();
            texts[1][i] = line.workEmail().address();
            texts[2][i] = line.name();
            texts[3][i] = line.department();
            texts[4][i] = line.jobFunction();
            texts[5][i] = line.location();
            texts[6][i] = manager == null ? null : manager.address();
            active[i] = line.active();
        }
        Tuple parameters = Tuple.of(workspace.key()).addArrayOfUUID(ids);
        for (String[] column : texts) {
            parameters.addArrayOfString(column);
        }
        return parameters.addArrayOfBoolean(active);
    }

    private Uni<Void> tell(SqlConnection transaction, Workspace workspace, List<UUID> turned) {
        Uni<Void> told = Uni.createFrom().voidItem();
        if (!turned.isEmpty()) {
            for (RosterFollower follower : followers) {
                told = told.chain(() -> follower.activityChanged(transaction, workspace, turned));
            }
        }
        return told;
    }

    /**
     * What became of one line.
     *
     * @param employeeId null when nothing of the line was kept
     */
    record Stored(RosterOutcome.Outcome outcome, @Nullable UUID employeeId) {
        static final Stored ERASED = new Stored(RosterOutcome.Outcome.REJECTED, null);
    }
}
