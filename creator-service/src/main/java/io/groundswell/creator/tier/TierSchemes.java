package io.groundswell.creator.tier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds the scheme in force: the workspace's own latest that has begun, else everybody's. */
@ApplicationScoped
public class TierSchemes {
    private static final String IN_FORCE = """
            with in_force as (
                select workspace_id, scheme from tier_scheme
                where workspace_id in ($1, '*') and valid_from <= $2 and withdrawn_at is null
                order by workspace_id = '*', valid_from desc, recorded_at desc
                limit 1)
            select scheme, tier, up_to
            from in_force join tier_band using (workspace_id, scheme)
            order by up_to nulls last""";

    private static final String OWNERS = "select distinct workspace_id from tier_scheme where workspace_id <> '*'";

    private final WorkspaceDatabase database;
    private final Clock clock;

    TierSchemes(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the workspace's scheme of today. */
    public Uni<TierScheme> inForce(Workspace workspace) {
        return database.read(workspace, IN_FORCE, parameters(workspace)).map(TierSchemes::scheme);
    }

    /** Returns the workspace's scheme of today, read within a transaction of that workspace. */
    public Uni<TierScheme> inForce(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(IN_FORCE).execute(parameters(workspace)).map(TierSchemes::scheme);
    }

    /** Returns the workspaces that have, or had, a scheme of their own. For the service itself: it crosses workspaces. */
    public Uni<List<Workspace>> workspacesWithTheirOwn() {
        return database.read(Workspace.EVERY, OWNERS, Tuple.tuple())
                .map(rows -> rows.stream().map(row -> new Workspace(row.getString("workspace_id"))).toList());
    }

    private Tuple parameters(Workspace workspace) {
        return Tuple.of(workspace.key(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static TierScheme scheme(RowSet<Row> rows) {
        List<TierBand> bands = rows.stream()
                .map(row -> new TierBand(Tier.valueOf(row.getString("tier")), row.getLong("up_to")))
                .toList();
        if (bands.isEmpty()) {
            throw new IllegalStateException("No tier scheme is in force; the migrations bring one for everybody");
        }
        return new TierScheme(rows.iterator().next().getString("scheme"), bands);
    }
}
