package io.groundswell.creator.audience;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads models: those of the workspace go before everybody's, and of those that have begun the latest is in force. */
@ApplicationScoped
public class AudienceModels {
    private static final String CHOSEN = """
            with chosen as (%s)
            select m.model, m.valid_from, m.source, m.prior, m.least_coverage, s.signal, s.source as signal_source, k.at, k.weight
            from chosen m
            join audience_signal s on s.workspace_id = m.workspace_id and s.model = m.model
            join audience_weight k on k.workspace_id = s.workspace_id and k.model = s.model and k.signal = s.signal
            order by m.workspace_id = '*', m.valid_from desc, m.model, s.signal, k.at""";
    private static final String IN_FORCE = CHOSEN.formatted("""
            select * from audience_model
            where workspace_id in ($1, '*') and valid_from <= $2
            order by workspace_id = '*', valid_from desc, model desc
            limit 1""");
    private static final String ALL = CHOSEN.formatted("select * from audience_model where workspace_id in ($1, '*')");
    private static final int THOUSANDTHS = 3;

    private final WorkspaceDatabase database;
    private final Clock clock;

    AudienceModels(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the model in force today, read within a transaction of the workspace. */
    public Uni<AudienceModel> inForce(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(IN_FORCE)
                .execute(Tuple.of(workspace.key(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .map(rows -> models(rows).stream().findFirst().orElseThrow(() -> new IllegalStateException(
                        "No audience model is in force; the migrations bring one for everybody")));
    }

    /** Returns every model that the workspace may see, the latest first. */
    Uni<List<AudienceModel>> all(Workspace workspace) {
        return database.read(workspace, ALL, Tuple.of(workspace.key())).map(AudienceModels::models);
    }

    /** Returns the model, or fails with 404. */
    Uni<AudienceModel> get(Workspace workspace, String id) {
        return all(workspace).map(models -> models.stream().filter(model -> model.id().equals(id)).findFirst()
                .orElseThrow(() -> ProblemException.notFound("audience model", id)));
    }

    private static List<AudienceModel> models(RowSet<Row> rows) {
        Map<String, Read> read = new LinkedHashMap<>();
        for (Row row : rows) {
            read.computeIfAbsent(row.getString("model"), _ -> new Read(row, new EnumMap<>(Signal.class))).add(row);
        }
        return read.values().stream().map(Read::model).toList();
    }

    private static long thousandths(Row row, String column) {
        BigDecimal weight = row.getBigDecimal(column);
        return weight.movePointRight(THOUSANDTHS).longValueExact();
    }

    /** A model of which not all rows have been read. */
    private record Read(Row first, Map<Signal, WeightCurve> curves) {
        void add(Row row) {
            var knot = new WeightCurve.Knot(row.getDouble("at"), thousandths(row, "weight"));
            curves.merge(Signal.valueOf(row.getString("signal")),
                    new WeightCurve(row.getString("signal_source"), List.of(knot)),
                    Read::joined);
        }

        private static WeightCurve joined(WeightCurve curve, WeightCurve more) {
            List<WeightCurve.Knot> knots = new ArrayList<>(curve.knots());
            knots.addAll(more.knots());
            return new WeightCurve(curve.source(), knots);
        }

        AudienceModel model() {
            return new AudienceModel(first.getString("model"), first.getLocalDate("valid_from"), first.getString("source"),
                    thousandths(first, "prior"), first.getBigDecimal("least_coverage"), curves);
        }
    }
}
