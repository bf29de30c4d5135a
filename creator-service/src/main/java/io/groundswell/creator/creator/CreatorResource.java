package io.groundswell.creator.creator;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

import io.groundswell.creator.tier.TierSchemes;
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

/** Creators over HTTP. */
@Path("/v1/creators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Creators", description = "People who make content, and their accounts")
public class CreatorResource {
    private final Creators creators;
    private final CreatorList list;
    private final TierSchemes schemes;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    CreatorResource(Creators creators, CreatorList list, TierSchemes schemes, CurrentWorkspace current,
            Idempotency idempotency, MergePatch mergePatch) {
        this.creators = creators;
        this.list = list;
        this.schemes = schemes;
        this.current = current;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createCreator", summary = "Add a creator", description = """
            Refused with 409 `account-already-known` when one of the accounts belongs to a creator who is known; the error names \
            that creator.""")
    @APIResponse(responseCode = "201", description = "The creator; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = CreatorView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, CreatorDraft draft) {
        Workspace workspace = current.get();
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/creators", draft);
        return schemes.inForce(workspace).chain(scheme -> idempotency.once(workspace, request,
                () -> creators.create(workspace, draft, scheme)
                        .map(creator -> Response.created(URI.create("/v1/creators/" + creator.id()))
                                .header(HttpHeaders.ETAG, creator.tag())
                                .entity(creator.view())
                                .build())));
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listCreators", summary = "List creators")
    @APIResponse(responseCode = "200", description = "A page of creators", content = @Content(schema = @Schema(implementation = CreatorPage.class)))
    public Uni<Page<CreatorView>> list(@BeanParam CreatorFilter filter, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), filter, Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getCreator", summary = "Get a creator")
    @APIResponse(responseCode = "200", description = "The creator", content = @Content(schema = @Schema(implementation = CreatorView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return list.get(current.get(), id).map(creator -> Preconditions.notModified(ifNoneMatch, creator.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, creator.tag()).build()
                : shown(creator));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("creators:write")
    @Operation(operationId = "reviseCreator", summary = "Change what people decide of a creator", description = """
            JSON Merge Patch (RFC 7396). Figures of accounts are not edited: they come with posts and imports.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = CreatorRevision.class)))
    @APIResponse(responseCode = "200", description = "The creator as it is now", content = @Content(schema = @Schema(implementation = CreatorView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, JsonNode patch) {
        Workspace workspace = current.get();
        return change("PATCH /v1/creators/" + id, idempotencyKey, patch, () -> creators.revise(workspace, id, ifMatch,
                revision -> mergePatch.apply(revision, patch, CreatorRevision.class)));
    }

    @POST
    @Path("/{id}/stage")
    @RolesAllowed("creators:write")
    @Operation(operationId = "changeCreatorStage", summary = "Take the relationship a step on", description = """
            Refused with 409 `wrong-creator-stage`, which names the stages that may follow. Figures of a creator who opted out \
            are no longer followed.""")
    @APIResponse(responseCode = "200", description = "The creator as it is now", content = @Content(schema = @Schema(implementation = CreatorView.class)))
    public Uni<Response> changeStage(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, StageChange change) {
        Workspace workspace = current.get();
        return change("POST /v1/creators/" + id + "/stage", idempotencyKey, change,
                () -> creators.enter(workspace, id, ifMatch, change.stage()));
    }

    private Uni<Response> change(String operation, @Nullable String key, Object payload, Supplier<Uni<Creator>> change) {
        return idempotency.once(current.get(), new IdempotentRequest(key, operation, payload),
                () -> change.get().map(CreatorResource::shown));
    }

    private static Response shown(Creator creator) {
        return Response.ok(creator.view()).header(HttpHeaders.ETAG, creator.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "CreatorPage")
    private record CreatorPage(List<CreatorView> items, PageLinks page) {}
}
