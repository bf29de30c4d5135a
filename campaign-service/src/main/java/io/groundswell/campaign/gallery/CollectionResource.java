package io.groundswell.campaign.gallery;

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
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Collections over HTTP. */
@Path("/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collections", description = "Which posts a brand shows in public, where and in what order")
public class CollectionResource {
    private static final String PATH = "/v1/collections";

    private final Collections collections;
    private final CollectionStore store;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    CollectionResource(Collections collections, CollectionStore store, CurrentWorkspace current, Idempotency idempotency,
            MergePatch mergePatch) {
        this.collections = collections;
        this.store = store;
        this.current = current;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "createCollection", summary = "Create a collection", description = """
            It is not published, and empty unless it is that of a campaign.""")
    @APIResponse(responseCode = "201", description = "The collection; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = CollectionView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, CollectionDraft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST " + PATH, draft),
                () -> collections.create(workspace, draft)
                        .map(collection -> Response.created(URI.create(PATH + "/" + collection.id()))
                                .header(HttpHeaders.ETAG, collection.tag()).entity(collection).build()));
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listCollections", summary = "List collections, the last created first")
    @APIResponse(responseCode = "200", description = "A page of collections", content = @Content(schema = @Schema(implementation = CollectionPage.class)))
    public Uni<Page<CollectionView>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return store.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getCollection", summary = "Get a collection")
    @APIResponse(responseCode = "200", description = "The collection", content = @Content(schema = @Schema(implementation = CollectionView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return store.get(current.get(), id).map(collection -> Preconditions.notModified(ifNoneMatch, collection.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, collection.tag()).build()
                : shown(collection));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "reviseCollection", summary = "Change a collection", description = """
            JSON Merge Patch (RFC 7396) of the fields that were set on creation, `campaignId` excepted. The answer comes when \
            every later public read follows the change.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = CollectionDraft.class)))
    @APIResponse(responseCode = "200", description = "The collection as it is now", content = @Content(schema = @Schema(implementation = CollectionView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        return collections
                .revise(current.get(), id, ifMatch, draft -> mergePatch.apply(draft, patch, CollectionDraft.class))
                .map(CollectionResource::shown);
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "publishCollection", summary = "Show a collection in public", description = """
            From the answer on, everyone who knows its public id can read it: those of its posts whose authors granted rights \
            for its channel and territory.""")
    @APIResponse(responseCode = "200", description = "The published collection", content = @Content(schema = @Schema(implementation = CollectionView.class)))
    public Uni<Response> publish(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return collections.publish(current.get(), id, ifMatch, true).map(CollectionResource::shown);
    }

    @POST
    @Path("/{id}/unpublish")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "unpublishCollection", summary = "Show a collection no more", description = """
            Once answered, no later public read finds it. Published again, it has the same public id.""")
    @APIResponse(responseCode = "200", description = "The collection", content = @Content(schema = @Schema(implementation = CollectionView.class)))
    public Uni<Response> unpublish(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return collections.publish(current.get(), id, ifMatch, false).map(CollectionResource::shown);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "deleteCollection", summary = "Delete a collection", description = """
            Its posts stay; its public id is never used again. Once answered, no later public read finds it.""")
    @APIResponse(responseCode = "204", description = "The collection is gone")
    public Uni<Response> delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return collections.delete(current.get(), id, ifMatch).map(_ -> Response.noContent().build());
    }

    private static Response shown(CollectionView collection) {
        return Response.ok(collection).header(HttpHeaders.ETAG, collection.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "CollectionPage")
    private record CollectionPage(List<CollectionView> items, PageLinks page) {}
}
