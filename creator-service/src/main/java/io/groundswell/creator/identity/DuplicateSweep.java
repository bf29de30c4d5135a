package io.groundswell.creator.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Follows the changes of a workspace's creators, and has the candidates of those who changed found anew. Who asks for
 * candidates has the next few changes taken in at once; when there are more, the rest follows in the background, and what is
 * known so far is told meanwhile. A workspace that never asks costs nothing.
 */
@ApplicationScoped
class DuplicateSweep {
    private static final Logger LOG = Logger.getLogger(DuplicateSweep.class);
    private static final int CREATORS_AT_A_TIME = 200;

    private static final String BEGIN = """
            insert into duplicate_sweep (workspace_id, model, changed_in, creator_id)
            values ($1, $2, '0', '00000000-0000-0000-0000-000000000000')
            on conflict do nothing""";
    /** Whoever comes while another is at it lets that one do the work. */
    private static final String LOCK = """
            select model, changed_in::text as changed_in, creator_id
            from duplicate_sweep where workspace_id = $1 for update skip locked""";
    private static final String FORGET_ALL = """
            with keys as (delete from duplicate_key where workspace_id = $1)
            delete from duplicate_candidate where workspace_id = $1""";
    /**
     * Only below the horizon of the oldest running transaction is it certain that nothing can still appear before the
     * position; see the outbox, which is read alike.
     */
    private static final String NEXT = """
            select c.id, c.changed_in::text as changed_in from creator c
            where c.workspace_id = $1 and (c.changed_in, c.id) > (($2::text)::xid8, $3)
                and c.changed_in < pg_snapshot_xmin(pg_current_snapshot())
            order by c.changed_in, c.id
            limit $4""";
    private static final String MOVE = """
            update duplicate_sweep set model = $2, changed_in = ($3::text)::xid8, creator_id = $4 where workspace_id = $1""";
    private static final String IS_DUE = """
            select exists (
                select from creator c where c.workspace_id = $1 and (c.changed_in, c.id) > (
                    coalesce((select s.changed_in from duplicate_sweep s where s.workspace_id = $1), '0'::xid8),
                    coalesce((select s.creator_id from duplicate_sweep s where s.workspace_id = $1),
                        '00000000-0000-0000-0000-000000000000'::uuid))) as due""";

    private final WorkspaceDatabase database;
    private final DuplicateModels models;
    private final DuplicateSearch search;
    private final Set<Workspace> underWay = ConcurrentHashMap.newKeySet();

    DuplicateSweep(WorkspaceDatabase database, DuplicateModels models, DuplicateSearch search) {
        this.database = database;
        this.models = models;
        this.search = search;
    }

    /** Takes in some changes now, and the rest in the background. */
    Uni<Void> catchUp(Workspace workspace) {
        return step(workspace).invoke(taken -> {
            if (taken == CREATORS_AT_A_TIME && underWay.add(workspace)) {
                goOn(workspace);
            }
        }).replaceWithVoid();
    }

    /** Tells whether all changes are taken in. */
    Uni<Boolean> isCaughtUp(Workspace workspace) {
        return database.read(workspace, IS_DUE, Tuple.of(workspace.key()))
                .map(rows -> !rows.iterator().next().getBoolean("due"));
    }

    private void goOn(Workspace workspace) {
        step(workspace).subscribe().with(taken -> {
            if (taken == CREATORS_AT_A_TIME) {
                goOn(workspace);
            } else {
                underWay.remove(workspace);
            }
        }, failure -> {
            underWay.remove(workspace);
            LOG.warnf("The search for duplicates in '%s' goes on when somebody asks for them again: %s", workspace.key(),
                    failure);
        });
    }

    /** Takes in the changes of some creators in one transaction; returns of how many, 0 also when another is at it. */
    private Uni<Integer> step(Workspace workspace) {
        return database.write(workspace, transaction -> models.inForce(transaction, workspace)
                .chain(model -> transaction.preparedQuery(BEGIN).execute(Tuple.of(workspace.key(), model.id()))
                        .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of(workspace.key())))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(0)
                                : step(transaction, workspace, model, rows.iterator().next()))));
    }

    private Uni<Integer> step(SqlConnection transaction, Workspace workspace, DuplicateModel model, Row position) {
        boolean isSameModel = position.getString("model").equals(model.id());
        Uni<?> ready = isSameModel
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(FORGET_ALL).execute(Tuple.of(workspace.key()));
        String changedIn = isSameModel ? position.getString("changed_in") : "0";
        UUID creatorId = isSameModel ? position.getUUID("creator_id") : new UUID(0, 0);
        return ready
                .chain(() -> transaction.preparedQuery(NEXT)
                        .execute(Tuple.of(workspace.key(), changedIn, creatorId, CREATORS_AT_A_TIME)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(0)
                        : takeIn(transaction, workspace, model, rows).replaceWith(rows.size()));
    }

    private Uni<Void> takeIn(SqlConnection transaction, Workspace workspace, DuplicateModel model, RowSet<Row> changes) {
        List<Row> rows = changes.stream().toList();
        List<UUID> creators = rows.stream().map(row -> row.getUUID("id")).toList();
        return search.refresh(transaction, workspace, model, creators)
                .chain(() -> transaction.preparedQuery(MOVE).execute(Tuple.of(workspace.key(), model.id(),
                        rows.getLast().getString("changed_in"), creators.getLast())))
                .replaceWithVoid();
    }
}
