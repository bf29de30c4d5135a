package io.groundswell.campaign.rights.request;

import java.util.List;
import java.util.UUID;

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
import io.vertx.mutiny.sqlclient.Tuple;

/** Requests to look at. Ids grow with time, so newest first is by id alone. */
@ApplicationScoped
public class RequestList {
    private static final String SELECT = "select " + RequestStore.COLUMNS + " from rights_request r where r.workspace_id = $1 ";
    private static final String ONE = SELECT + "and r.id = $2";
    private static final String FILTER = SELECT
            + "and ($2::text[] is null or r.state = any($2)) and ($3::uuid is null or r.post_id = $3) ";
    private static final String OLDER = FILTER
            + "and r.id < coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by r.id desc limit $5";
    private static final String NEWER = FILTER + "and r.id > $4::uuid order by r.id limit $5";

    private final WorkspaceDatabase database;
    private final RequestStore store;
    private final Cursors cursors;

    RequestList(WorkspaceDatabase database, RequestStore store, Cursors cursors) {
        this.database = database;
        this.store = store;
        this.cursors = cursors;
    }

    /** Returns the request; null when there is none. */
    public Uni<@Nullable RightsRequest> find(Workspace workspace, UUID id) {
        return database.read(workspace, ONE, Tuple.of(workspace.key(), id))
                .map(rows -> rows.size() == 0 ? null : store.request(rows.iterator().next()));
    }

    /** Returns the request, or fails with 404. */
    Uni<RightsRequest> get(Workspace workspace, UUID id) {
        return find(workspace, id).onItem().ifNull().failWith(() -> ProblemException.notFound("rights request", id));
    }

    /** Lists requests, the newest first; what is empty or null admits everything. */
    Uni<Page<RequestView>> page(Workspace workspace, List<RequestState> states, @Nullable UUID postId, Limit limit,
            @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listRightsRequests")
                .with("state", states.isEmpty() ? null : states)
                .with("postId", postId);
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.tuple().addString(workspace.key())
                .addArrayOfString(states.isEmpty() ? null : states.stream().map(RequestState::name).toArray(String[]::new))
                .addUUID(postId).addUUID(at == null ? null : UUID.fromString(at.keys().getFirst())).addInteger(limit.rows());
        return database.search(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> rows.stream().map(store::request).map(RequestView::of).toList())
                .map(views -> cursors.page(scope, at, limit, views, view -> List.of(view.id().toString()), view -> view));
    }
}
