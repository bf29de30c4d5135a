package io.groundswell.advocacy.totals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.advocacy.totals.NetworkTotals.Figures;
import io.groundswell.advocacy.totals.NetworkTotals.Measured;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Adds up what sharing brought, in one statement: a row for each network and one, without a network, for all. */
@ApplicationScoped
class ShareTotalsReport {
    private static final String READ = """
            with shared as (
                select share.id, share.employee_id, share.network
                from share_pack pack join share on share.workspace_id = pack.workspace_id and share.pack_id = pack.id
                where pack.workspace_id = $1 and pack.campaign_id = $2),
            clicked as (
                select share_id, sum(clicks) as clicks, sum(repeats) as repeats, sum(bots) as bots
                from share_day where workspace_id = $1 and share_id = any(array(select id from shared))
                group by share_id)
            select shared.network, grouping(shared.network) = 1 as is_total, now() as as_of,
                (select count(*) from share_pack where workspace_id = $1 and campaign_id = $2)::int as packs,
                count(distinct shared.employee_id)::int as employees, count(shared.id) as shares,
                coalesce(sum(clicked.clicks), 0)::bigint as clicks, coalesce(sum(clicked.repeats), 0)::bigint as repeats,
                coalesce(sum(clicked.bots), 0)::bigint as bots
            from shared left join clicked on clicked.share_id = shared.id
            group by grouping sets ((), (shared.network))""";

    private final WorkspaceDatabase database;

    ShareTotalsReport(WorkspaceDatabase database) {
        this.database = database;
    }

    Uni<ShareTotals> read(Workspace workspace, UUID campaignId) {
        return database.read(workspace, READ, Tuple.of(workspace.key(), campaignId))
                .map(rows -> totals(campaignId, rows));
    }

    private static ShareTotals totals(UUID campaignId, RowSet<Row> rows) {
        List<Measured> networks = new ArrayList<>();
        Row total = null;
        for (Row row : rows) {
            if (row.getBoolean("is_total")) {
                total = row;
            } else {
                networks.add(new Measured(row.getString("network"), new Figures(row.getInteger("employees"),
                        row.getLong("shares"), row.getLong("clicks"), excluded(row))));
            }
        }
        if (total == null) {
            throw new IllegalStateException("Grouping by nothing gives one row");
        }
        return new ShareTotals(campaignId, total.getOffsetDateTime("as_of").toInstant(), total.getInteger("packs"),
                total.getInteger("employees"), total.getLong("shares"), total.getLong("clicks"), excluded(total),
                NetworkTotals.disclose(networks));
    }

    private static ExcludedClicks excluded(Row row) {
        return new ExcludedClicks(row.getLong("bots"), row.getLong("repeats"));
    }
}
