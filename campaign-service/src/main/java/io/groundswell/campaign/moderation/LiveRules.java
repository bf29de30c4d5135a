package io.groundswell.campaign.moderation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.worker.Workers;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The enabled rules, compiled and kept in memory per workspace. Whoever decides by them reads the revision in their own
 * transaction, so a change that was acknowledged holds for the next batch on every replica.
 */
@ApplicationScoped
public class LiveRules {
    private static final String REVISION = "select revision from moderation_rules where workspace_id = $1";
    private static final String ENABLED = RuleStore.SELECT + "and enabled";

    private final Map<Workspace, RuleSet> known = new ConcurrentHashMap<>();
    private final RuleStore store;
    private final Workers workers;

    LiveRules(RuleStore store, Workers workers) {
        this.store = store;
        this.workers = workers;
    }

    /** Returns the rules that are enabled in this transaction. */
    public Uni<RuleSet> rules(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(REVISION).execute(Tuple.of(workspace.key())).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(RuleSet.EMPTY);
            }
            long revision = rows.iterator().next().getLong("revision");
            RuleSet rules = known.get(workspace);
            return rules != null && rules.revision() == revision
                    ? Uni.createFrom().item(rules)
                    : enabled(transaction, workspace)
                            .chain(enabled -> workers.run(() -> RuleSet.of(revision, read(enabled))))
                            .invoke(compiled -> known.put(workspace, compiled));
        });
    }

    /** Returns the rows of the rules that are enabled in this transaction, to be read off the event loop. */
    Uni<List<Row>> enabled(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(ENABLED).execute(Tuple.of(workspace.key())).map(rows -> rows.stream().toList());
    }

    List<Rule> read(List<Row> rows) {
        return rows.stream().map(store::rule).toList();
    }
}
