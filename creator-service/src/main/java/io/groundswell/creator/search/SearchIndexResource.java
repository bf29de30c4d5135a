package io.groundswell.creator.search;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.search.index.IndexStatus;
import io.groundswell.creator.search.index.SearchIndexes;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** The search index over HTTP. */
@Path("/v1/creators/search-index")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search", description = "Creators found by words and by what is known of them, and the index behind it")
public class SearchIndexResource {
    private final SearchIndexes indexes;
    private final CreatorChanges changes;
    private final IndexRebuilds rebuilds;
    private final Idempotency idempotency;
    private final CurrentWorkspace current;

    SearchIndexResource(SearchIndexes indexes, CreatorChanges changes, IndexRebuilds rebuilds, Idempotency idempotency,
            CurrentWorkspace current) {
        this.indexes = indexes;
        this.changes = changes;
        this.rebuilds = rebuilds;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @Blocking
    @RolesAllowed("creators:read")
    @Operation(operationId = "getSearchIndex", summary = "Get the state of the search index", description = """
            Each replica keeps an index of its own; this is the one of the replica that answers. A missing or damaged index is \
            built by itself.""")
    @APIResponse(responseCode = "200", description = "How the index is", content = @Content(schema = @Schema(implementation = SearchIndexView.class)))
    public Uni<SearchIndexView> get() {
        Workspace workspace = current.get();
        IndexStatus status = status(workspace);
        return changes.pending(workspace, status.position()).map(pending -> SearchIndexView.of(status, pending));
    }

    @POST
    @Path("/rebuild")
    @Blocking
    @RolesAllowed("admin")
    @Operation(operationId = "rebuildSearchIndex", summary = "Build the search index anew", description = """
            Every replica builds a new index beside its old one, which answers until the new one has everything. While one is \
            being built, asking again changes nothing.""")
    @APIResponse(responseCode = "202", description = "It is going to be built, or is being built already", content = @Content(schema = @Schema(implementation = SearchIndexView.class)))
    public Uni<Response> rebuild(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        IndexStatus status = status(workspace);
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/creators/search-index/rebuild", "");
        boolean running = status.rebuilt() != null || status.state() == IndexStatus.State.BUILDING;
        return changes.pending(workspace, status.position()).map(pending -> SearchIndexView.of(status, pending))
                .chain(view -> idempotency.once(workspace, request,
                        () -> (running ? Uni.createFrom().voidItem() : rebuilds.ask(workspace))
                                .replaceWith(() -> Response.accepted(view).build())))
                .invoke(indexes::nudge);
    }

    private IndexStatus status(Workspace workspace) {
        try {
            return indexes.status(workspace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
