package io.groundswell.creator.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.identity.DuplicateModel.Weight;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds the model in force: the workspace's own latest that has begun, else everybody's. */
@ApplicationScoped
class DuplicateModels {
    private static final String IN_FORCE = """
            with in_force as (
                select * from duplicate_model
                where workspace_id in ($1, '*') and valid_from <= $2
                order by workspace_id = '*', valid_from desc, model
                limit 1)
            select m.model, m.valid_from, m.prior, m.least_probability, m.source, w.evidence, w.weight, w.at_least
            from in_force m join duplicate_weight w using (workspace_id, model)
            order by w.weight desc, w.evidence""";

    private final WorkspaceDatabase database;
    private final Clock clock;

    DuplicateModels(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the workspace's model of today, read within a transaction of that workspace. */
    Uni<DuplicateModel> inForce(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(IN_FORCE).execute(parameters(workspace)).map(DuplicateModels::model);
    }

    /** Returns the workspace's model of today with its source. */
    Uni<DuplicateModelView> show(Workspace workspace) {
        return database.read(workspace, IN_FORCE, parameters(workspace)).map(DuplicateModels::view);
    }

    private Tuple parameters(Workspace workspace) {
        return Tuple.of(workspace.key(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static DuplicateModel model(RowSet<Row> rows) {
        Row first = first(rows);
        Map<EvidenceKind, Weight> weights = new EnumMap<>(EvidenceKind.class);
        rows.forEach(row -> weights.put(EvidenceKind.valueOf(row.getString("evidence")),
                new Weight(row.getDouble("weight"), row.getDouble("at_least"))));
        return new DuplicateModel(first.getString("model"), first.getDouble("prior"), first.getDouble("least_probability"),
                weights);
    }

    private static DuplicateModelView view(RowSet<Row> rows) {
        Row first = first(rows);
        List<DuplicateModelView.Weight> weights = new ArrayList<>();
        rows.forEach(row -> weights.add(new DuplicateModelView.Weight(EvidenceKind.valueOf(row.getString("evidence")),
                row.getDouble("weight"), row.getDouble("at_least"))));
        return new DuplicateModelView(first.getString("model"), first.getLocalDate("valid_from"), first.getString("source"),
                first.getDouble("prior"), first.getDouble("least_probability"), weights);
    }

    private static Row first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new IllegalStateException("No model of duplicates is in force; the migrations bring one for everybody");
        }
        return rows.iterator().next();
    }
}
