package io.groundswell.creator.scoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds models: the workspace's own, and everybody's. In force is the workspace's own latest that has begun, else everybody's. */
@ApplicationScoped
class ScoreModels {
    private static final String SHOWN = """
            select m.workspace_id, m.version, m.valid_from, m.source, m.formula, f.feature, f.weight, f.full_at
            from chosen m join score_model_feature f on f.workspace_id = m.workspace_id and f.version = m.version
            order by m.valid_from %1$s, m.version %1$s""";
    private static final String IN_FORCE = """
            with chosen as (
                select * from score_model
                where workspace_id in ($1, '*') and valid_from <= $2
                order by workspace_id = '*', valid_from desc, version desc
                limit 1)
            """ + SHOWN.formatted("desc");
    private static final String NAMED = """
            with chosen as (
                select distinct on (version) * from score_model
                where workspace_id in ($1, '*') and version = any($2)
                order by version, workspace_id = '*')
            """ + SHOWN.formatted("desc");
    private static final String PAGE = """
            with chosen as (
                select * from score_model
                where workspace_id in ($1, '*') and ($2::date is null or (valid_from, version) %2$s ($2, $3::text))
                order by valid_from %1$s, version %1$s
                limit $4)
            """;
    private static final String OLDER = PAGE.formatted("desc", "<") + SHOWN.formatted("desc");
    private static final String NEWER = PAGE.formatted("asc", ">") + SHOWN.formatted("asc");

    private static final String ADD = """
            insert into score_model (workspace_id, version, valid_from, source, formula)
            select ?1, ?2, ?3, ?4, ?5
            where not exists (select from score_model where workspace_id in (?1, '*') and version = ?2)
            on conflict do nothing""";
    private static final String ADD_FEATURES = """
            insert into score_model_feature (workspace_id, version, feature, weight, full_at)
            select ?1, ?2, feature, weight, "fullAt"
            from jsonb_to_recordset(cast(cast(?3 as text) as jsonb)) as each (feature text, weight numeric, "fullAt" numeric)""";

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final Clock clock;

    ScoreModels(WorkspaceDatabase database, Cursors cursors, Clock clock) {
        this.database = database;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** A model with whose it is. */
    private record Found(ScoreModel model, boolean own) {
        ScoreModelView view() {
            return ScoreModelView.of(model, own);
        }
    }

    /** Returns the workspace's model of today. */
    Uni<ScoreModel> inForce(Workspace workspace) {
        return database
                .read(workspace, IN_FORCE, Tuple.of(workspace.key(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .map(rows -> found(workspace, rows).stream().findFirst()
                        .orElseThrow(() -> new IllegalStateException("No score model is in force; the migrations bring one"))
                        .model());
    }

    /** Returns models by their versions; a version that is not known is absent. */
    Uni<Map<String, ScoreModel>> named(Workspace workspace, Collection<String> versions) {
        return read(workspace, versions)
                .map(found -> found.stream().map(Found::model).collect(Collectors.toMap(ScoreModel::version, model -> model)));
    }

    /** Returns a model, or fails with 404. */
    Uni<ScoreModelView> get(Workspace workspace, String version) {
        return read(workspace, List.of(version)).map(found -> {
            if (found.isEmpty()) {
                throw ProblemException.notFound("score model", version);
            }
            return found.getFirst().view();
        });
    }

    /** Lists models, the latest first. */
    Uni<Page<ScoreModelView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listScoreModels");
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), at == null ? null : LocalDate.parse(at.keys().getFirst()),
                at == null ? null : at.keys().getLast(), limit.rows());
        return database.read(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> cursors.page(scope, at, limit, found(workspace, rows),
                        found -> List.of(found.model().validFrom().toString(), found.model().version()), Found::view));
    }

    /** Adds a model of the workspace within the caller's transaction; a version that exists fails with 409. */
    Uni<ScoreModelView> add(Workspace workspace, ScoreModel model) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD)
                .setParameter(1, workspace.key())
                .setParameter(2, model.version())
                .setParameter(3, model.validFrom())
                .setParameter(4, model.source())
                .setParameter(5, model.formula())
                .executeUpdate()
                .invoke(added -> {
                    if (added == 0) {
                        throw ProblemException
                                .conflict("There is a model %s already, and a version never changes. Choose another name."
                                        .formatted(model.version()));
                    }
                })
                .chain(() -> session.createNativeQuery(ADD_FEATURES)
                        .setParameter(1, workspace.key())
                        .setParameter(2, model.version())
                        .setParameter(3, CanonicalJson.tree(model.features()).toString())
                        .executeUpdate()))
                .replaceWith(() -> ScoreModelView.of(model, true));
    }

    private Uni<List<Found>> read(Workspace workspace, Collection<String> versions) {
        return database.read(workspace, NAMED, Tuple.of(workspace.key(), versions.toArray(String[]::new)))
                .map(rows -> found(workspace, rows));
    }

    /** A model's rows follow one another. */
    private static List<Found> found(Workspace workspace, RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        List<ModelFeature> features = new ArrayList<>();
        for (Row row : rows) {
            features.add(new ModelFeature(FitFeature.valueOf(row.getString("feature")), row.getBigDecimal("weight"),
                    row.getBigDecimal("full_at")));
            if (features.size() == FitFeature.values().length) {
                found.add(new Found(new ScoreModel(row.getString("version"), row.getLocalDate("valid_from"),
                        row.getString("source"), row.getString("formula"), features),
                        row.getString("workspace_id").equals(workspace.key())));
                features.clear();
            }
        }
        return found;
    }
}
