package io.groundswell.creator.scoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads customer profiles in the form in which they score. */
@ApplicationScoped
public class FitProfiles {
    private static final String SELECT = """
            select p.id, p.created_at, p.updated_at, v.version, v.content::text as content, v.model
            from customer_profile p
            join customer_profile_version v on v.workspace_id = $1 and v.profile_id = p.id
            where p.workspace_id = $1
            """;
    private static final String LATEST = SELECT + "and v.version = p.version and p.deleted_at is null ";
    private static final String GET = LATEST + "and p.id = $2";
    private static final String GET_VERSION = SELECT + "and p.id = $2 and v.version = $3";
    private static final String NEWER = LATEST + "and p.id > $2 order by p.id limit $3";
    private static final String OLDER = LATEST + "and ($2::uuid is null or p.id < $2) order by p.id desc limit $3";
    private static final ProfileAsJson CONTENT = new ProfileAsJson();

    private final WorkspaceDatabase database;
    private final ScoreModels models;
    private final Cursors cursors;

    FitProfiles(WorkspaceDatabase database, ScoreModels models, Cursors cursors) {
        this.database = database;
        this.models = models;
        this.cursors = cursors;
    }

    /** Returns the version that was saved last, or fails with 404. */
    public Uni<FitProfile> latest(Workspace workspace, UUID id) {
        return get(workspace, id).map(SavedProfile::latest);
    }

    /** Returns a version, also of a profile that was deleted since; or fails with 404. */
    public Uni<FitProfile> version(Workspace workspace, UUID id, long version) {
        return find(workspace, GET_VERSION, Tuple.of(workspace.key(), id, version))
                .map(found -> only(found, "customer profile version", id + "." + version).latest());
    }

    Uni<SavedProfile> get(Workspace workspace, UUID id) {
        return find(workspace, GET, Tuple.of(workspace.key(), id)).map(found -> only(found, "customer profile", id));
    }

    /** Lists profiles, the last created first. */
    Uni<Page<CustomerProfileView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listCustomerProfiles");
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return find(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(found -> cursors.page(scope, at, limit, found, saved -> List.of(saved.latest().id().toString()),
                        SavedProfile::view));
    }

    private Uni<List<SavedProfile>> find(Workspace workspace, String sql, Tuple parameters) {
        return database.read(workspace, sql, parameters)
                .map(rows -> rows.stream().toList())
                .chain(rows -> models
                        .named(workspace, rows.stream().map(row -> row.getString("model")).collect(Collectors.toSet()))
                        .map(named -> rows.stream().map(row -> saved(row, named)).toList()));
    }

    private static SavedProfile saved(Row row, Map<String, ScoreModel> models) {
        ScoreModel model = Objects.requireNonNull(models.get(row.getString("model")), "a profile's model");
        return new SavedProfile(
                new FitProfile(row.getUUID("id"), row.getLong("version"),
                        CONTENT.convertToEntityAttribute(row.getString("content")), model),
                row.getOffsetDateTime("created_at").toInstant(), row.getOffsetDateTime("updated_at").toInstant());
    }

    private static SavedProfile only(List<SavedProfile> found, String what, Object id) {
        if (found.isEmpty()) {
            throw ProblemException.notFound(what, id);
        }
        return found.getFirst();
    }
}
