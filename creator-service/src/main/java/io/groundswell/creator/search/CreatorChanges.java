package io.groundswell.creator.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.metrics.EngagementRate;
import io.groundswell.creator.metrics.EngagementRates;
import io.groundswell.creator.search.index.Change;
import io.groundswell.creator.search.index.ChangePosition;
import io.groundswell.creator.search.index.ChangeSource;
import io.groundswell.creator.topic.CreatorTexts;
import io.groundswell.creator.topic.CreatorTexts.AccountTexts;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.groundswell.text.topic.Taxonomy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
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
                c.tags, c.merged_into, a.id as account_id, a.network, a.handle, a.display_name as account_name, a.country,
                array(select p.campaign_id from participation p where p.workspace_id = $1 and p.creator_id = c.id) as campaigns
            from changed c
            left join lateral (select * from account where workspace_id = $1 and creator_id = c.id offset 0) a on true
            order by c.changed_in, c.id, a.followers desc nulls last, a.id""";

    private static final String PENDING = """
            select count(*) from (
                select from creator c
                where c.workspace_id = $1 and (c.changed_in, c.id) > (($2::text)::xid8, $3)
                limit %d
            ) changed""".formatted(MOST_PENDING);

    private final WorkspaceDatabase database;
    private final CreatorTexts texts;
    private final EngagementRates rates;
    private final Taxonomy taxonomy = Taxonomy.standard();
    private final String recipe = taxonomy.id() + " " + taxonomy.version();

    CreatorChanges(WorkspaceDatabase database, CreatorTexts texts, EngagementRates rates) {
        this.database = database;
        this.texts = texts;
        this.rates = rates;
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

    /** What the texts tell is worked out on the calling thread, not on the one that serves connections. */
    @Override
    public Batch read(Workspace workspace, ChangePosition after, int limit) {
        Gathered gathered = database.write(workspace, transaction -> WorkspaceDatabase.planAnew(transaction)
                .chain(() -> gather(transaction, workspace, after, limit)))
                .await().atMost(PATIENCE);
        List<Change> changes = new ArrayList<>(gathered.rows().size());
        ChangePosition last = after;
        for (Map.Entry<UUID, List<Row>> one : gathered.rows().entrySet()) {
            changes.add(CreatorChange.of(one.getValue(), gathered.texts().getOrDefault(one.getKey(), List.of()),
                    gathered.rates(), taxonomy));
            last = new ChangePosition(Long.parseLong(one.getValue().getFirst().getString("changed_in")), one.getKey());
        }
        return new Batch(changes, last);
    }

    private Uni<Gathered> gather(SqlConnection transaction, Workspace workspace, ChangePosition after, int limit) {
        return transaction.preparedQuery(READ)
                .execute(Tuple.of(workspace.key(), Long.toString(after.transaction()), after.creator(), limit))
                .chain(rows -> {
                    Map<UUID, List<Row>> byCreator = new LinkedHashMap<>();
                    rows.forEach(row -> byCreator.computeIfAbsent(row.getUUID("id"), _ -> new ArrayList<>()).add(row));
                    List<Row> accounts = rows.stream()
                            .filter(row -> row.getUUID("account_id") != null && !CreatorChange.isGone(row)).toList();
                    return accounts.isEmpty()
                            ? Uni.createFrom().item(new Gathered(byCreator, Map.of(), Map.of()))
                            : withAccounts(transaction, workspace, byCreator, accounts);
                });
    }

    private Uni<Gathered> withAccounts(SqlConnection transaction, Workspace workspace, Map<UUID, List<Row>> byCreator,
            List<Row> accounts) {
        List<UUID> creatorIds = accounts.stream().map(row -> row.getUUID("id")).distinct().toList();
        List<UUID> accountIds = accounts.stream().map(row -> row.getUUID("account_id")).toList();
        return texts.ofCreators(transaction, workspace, creatorIds)
                .chain(written -> rates.ofAccounts(transaction, workspace, accountIds)
                        .map(measured -> new Gathered(byCreator, written, measured)));
    }

    /** What the database tells: rows of creators in the order of their changes, what their accounts wrote, engagement rates. */
    private record Gathered(Map<UUID, List<Row>> rows, Map<UUID, List<AccountTexts>> texts, Map<UUID, EngagementRate> rates) {}
}
