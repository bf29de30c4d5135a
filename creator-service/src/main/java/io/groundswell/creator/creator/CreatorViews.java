package io.groundswell.creator.creator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/** Shows creators that something else has found. */
@ApplicationScoped
public class CreatorViews {
    private static final String GET = """
            select %s
            from unnest($2::uuid[]) as wanted (id)
            cross join lateral (select * from creator where workspace_id = $1 and id = wanted.id limit 1) c
            left join lateral (select * from account where workspace_id = $1 and creator_id = c.id offset 0) a on true
            where c.stage <> 'ERASED' and c.merged_into is null
            order by c.id""".formatted(CreatorRows.COLUMNS);

    private final WorkspaceDatabase database;

    CreatorViews(WorkspaceDatabase database) {
        this.database = database;
    }

    /** Returns those of the creators who are there, by id, in the order of the ids given. */
    public Uni<Map<UUID, CreatorView>> of(Workspace workspace, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return database.read(workspace, GET, Tuple.of(workspace.key(), ids.stream().distinct().toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, CreatorView> found = new LinkedHashMap<>();
                    CreatorRows.creators(workspace.key(), rows).forEach(creator -> found.put(creator.id(), creator.view()));
                    Map<UUID, CreatorView> ordered = new LinkedHashMap<>();
                    ids.forEach(id -> ordered.computeIfAbsent(id, found::get));
                    return ordered;
                });
    }
}
