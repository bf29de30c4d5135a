package io.groundswell.creator.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.search.index.Change;
import io.groundswell.creator.search.index.ChangePosition;
import io.groundswell.creator.search.index.ChangeSource;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.groundswell.text.topic.Taxonomy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads changed creators from the database, in commit order. */
@ApplicationScoped
class CreatorChanges implements ChangeSource {
    /** Counting stops here: more is many. */
    static final int MOST_PENDING = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String HEAD = """
            select id as origin, coalesce((select epoch from search_index where workspace_id = $1), 0) as epoch
            from search_origin""";

    /**
     * Rows of transactions that started after the oldest running one stay hidden until that one ends: only then is it certain
     * that nothing can still appear before them.
     */
    private static final String READ = """
            with changed as materialized (
                select c.* from creator c
                where c.workspace_id = $1 and (c.changed_in, c.id) > (($2::text)::xid8, $3)
                    and c.changed_in < pg_snapshot_xmin(pg_current_snapshot())
                order by c.changed_in, c.id
                limit $4
            )
            select c.changed_in::text as changed_in, c.id, c.display_name, c.kind, c.stage, c.discovered_via, c.followers, c.tier,
                c.tags, c.merged_into,                a.id as account_id, a.network, a.handle, a.display_name as account_name, a.followers as account_followers, a.bio,
                a.language, a.country,
                array(select p.campaign_id from participation p where p.workspace_id = $1 and p.creator_id = c.id) as campaigns
            from changed c
            left join account a on a.workspace_id = $1 and a.creator_id = c.id
            order by c.changed_in, c.id""";

    private static final String PENDING = """
            select count(*) from (
                select from creator c
                where c.workspace_id = $1 and (c.changed_in, c.id) > (($2::text)::xid8, $3)
                limit %d
            ) changed""".formatted(MOST_PENDING);

    private final WorkspaceDatabase database;
    private final Taxonomy taxonomy = Taxonomy.standard();
    private final String recipe = taxonomy.id() + " " + taxonomy.version();

    CreatorChanges(WorkspaceDatabase database) {
        this.database = database;
    }

    @Override
    public Head head(Workspace workspace) {
        return database.read(workspace, HEAD, Tuple.of(workspace.key()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Head(row.getUUID("origin"), recipe, row.getLong("epoch")))
                .await().atMost(PATIENCE);
    }

    /** Counts the creators that changed after the position, up to {@link #MOST_PENDING}. */
    Uni<Long> pending(Workspace workspace, ChangePosition after) {
        return database
                .search(workspace, PENDING, Tuple.of(workspace.key(), Long.toString(after.transaction()), after.creator()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Batch read(Workspace workspace, ChangePosition after, int limit) {
        return database.write(workspace, transaction -> WorkspaceDatabase.planAnew(transaction)
                .chain(() -> read(transaction, workspace, after, limit)))
                .await().atMost(PATIENCE);
    }

    private Uni<Batch> read(SqlConnection transaction, Workspace workspace, ChangePosition after, int limit) {
        return transaction.preparedQuery(READ)
                .execute(Tuple.of(workspace.key(), Long.toString(after.transaction()), after.creator(), limit))
                .map(rows -> batch(rows, after));
    }

    private Batch batch(RowSet<Row> rows, ChangePosition after) {
        List<Change> changes = new ArrayList<>();
        ChangePosition last = after;
        List<Row> ofOne = new ArrayList<>();
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            if (!ofOne.isEmpty() && !ofOne.getFirst().getUUID("id").equals(id)) {
                changes.add(CreatorChange.of(ofOne, taxonomy));
                ofOne.clear();
            }
            ofOne.add(row);
            last = new ChangePosition(Long.parseLong(row.getString("changed_in")), id);
        }
        if (!ofOne.isEmpty()) {
            changes.add(CreatorChange.of(ofOne, taxonomy));
        }
        return new Batch(changes, last);
    }
}
