package io.groundswell.creator.organising;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.patch.MergePatch;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Lists over HTTP. */
@Path("/v1/creator-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Creator lists", description = "Creators that people put together by hand")
public class HandpickedListResource {
    private static final String PATH = "/v1/creator-lists";

    private final HandpickedLists lists;
    private final ListIndex index;
    private final CurrentWorkspace current;
    private final WorkspaceTransaction transaction;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    HandpickedListResource(HandpickedLists lists, ListIndex index, CurrentWorkspace current, WorkspaceTransaction transaction,
            Idempotency idempotency, MergePatch mergePatch) {
        this.lists = lists;
        this.index = index;
        this.current = current;
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createCreatorList", summary = "Create a list", description = """
            Refused with 409 `list-name-taken` when another list of the workspace has the name.""")
    @APIResponse(responseCode = "201", description = "The list, empty; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = ListView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ListDraft draft) {
        Workspace workspace = current.get();
        String creator = current.subject();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST " + PATH, draft),
                () -> lists.create(workspace, draft, creator).map(HandpickedList::view)
                        .map(list -> Response.created(URI.create(PATH + "/" + list.id()))
                                .header(HttpHeaders.ETAG, list.tag()).entity(list).build()));
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listCreatorLists", summary = "List the lists, the last created first")
    @APIResponse(responseCode = "200", description = "A page of lists", content = @Content(schema = @Schema(implementation = ListPage.class)))
    public Uni<Page<ListView>> list(@QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return index.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getCreatorList", summary = "Get a list")
    @APIResponse(responseCode = "200", description = "The list", content = @Content(schema = @Schema(implementation = ListView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return index.get(current.get(), id).map(list -> Preconditions.notModified(ifNoneMatch, list.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, list.tag()).build()
                : shown(list));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("creators:write")
    @Operation(operationId = "reviseCreatorList", summary = "Change a list's name or description", description = """
            JSON Merge Patch (RFC 7396). Refused with 409 `list-name-taken` when another list of the workspace has the name.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = ListDraft.class)))
    @APIResponse(responseCode = "200", description = "The list as it is now", content = @Content(schema = @Schema(implementation = ListView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, JsonNode patch) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "PATCH " + PATH + "/" + id, patch),
                () -> lists.revise(workspace, id, ifMatch, draft -> mergePatch.apply(draft, patch, ListDraft.class))
                        .map(list -> shown(list.view())));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("creators:write")
    @Operation(operationId = "deleteCreatorList", summary = "Delete a list", description = """
            The creators on it stay as they are.""")
    @APIResponse(responseCode = "204", description = "The list is gone")
    public Uni<Response> delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Workspace workspace = current.get();
        return transaction.run(workspace, () -> lists.delete(workspace, id, ifMatch)).map(_ -> Response.noContent().build());
    }

    private static Response shown(ListView list) {
        return Response.ok(list).header(HttpHeaders.ETAG, list.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "CreatorListPage")
    private record ListPage(List<ListView> items, PageLinks page) {}
}
