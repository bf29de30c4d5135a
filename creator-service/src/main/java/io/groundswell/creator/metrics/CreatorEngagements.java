package io.groundswell.creator.metrics;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.Network;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Shows the engagement of one creator. */
@ApplicationScoped
class CreatorEngagements {
    private static final String ACCOUNTS = """
            select a.id, a.network
            from creator c
            left join account a on a.workspace_id = $1 and a.creator_id = c.id
            where c.workspace_id = $1 and c.id = $2
            order by a.followers desc nulls last, a.id""";

    private final WorkspaceDatabase database;
    private final EngagementRates rates;
    private final Clock clock;

    CreatorEngagements(WorkspaceDatabase database, EngagementRates rates, Clock clock) {
        this.database = database;
        this.rates = rates;
        this.clock = clock;
    }

    /** Returns the engagement of the accounts that the filter admits; fails with 404 when there is no such creator. */
    Uni<CreatorEngagement> get(Workspace workspace, UUID creatorId, EngagementFilter filter) {
        RateRequest request = filter.request();
        return database.write(workspace, transaction -> accounts(transaction, workspace, creatorId, filter)
                .chain(accounts -> rates.ofAccounts(transaction, workspace, accounts, request)
                        .map(measured -> CreatorEngagement.of(creatorId, clock.instant(), ordered(accounts, measured)))));
    }

    private static Uni<List<UUID>> accounts(SqlConnection transaction, Workspace workspace, UUID creatorId,
            EngagementFilter filter) {
        return transaction.preparedQuery(ACCOUNTS).execute(Tuple.of(workspace.key(), creatorId))
                .map(rows -> admitted(rows, creatorId, filter));
    }

    private static List<UUID> admitted(RowSet<Row> rows, UUID creatorId, EngagementFilter filter) {
        if (rows.size() == 0) {
            throw ProblemException.notFound("creator", creatorId);
        }
        List<UUID> admitted = new ArrayList<>();
        for (Row row : rows) {
            UUID account = row.getUUID("id");
            if (account != null && filter.admits(account, Network.valueOf(row.getString("network")))) {
                admitted.add(account);
            }
        }
        return admitted;
    }

    private static List<EngagementRate> ordered(List<UUID> accounts, Map<UUID, EngagementRate> measured) {
        return accounts.stream().map(measured::get).filter(Objects::nonNull).toList();
    }
}
