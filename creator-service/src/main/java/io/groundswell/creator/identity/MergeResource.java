package io.groundswell.creator.identity;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.TierSchemes;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Merges that were done, over HTTP. */
@Path("/v1/merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity", description = "Creators that may be one person, and creators that turned out to be")
public class MergeResource {
    private final Merges merges;
    private final MergeList list;
    private final TierSchemes schemes;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    MergeResource(Merges merges, MergeList list, TierSchemes schemes, CurrentWorkspace current, Idempotency idempotency) {
        this.merges = merges;
        this.list = list;
        this.schemes = schemes;
        this.current = current;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listMerges", summary = "List merges, the latest first")
    @APIResponse(responseCode = "200", description = "A page of merges", content = @Content(schema = @Schema(implementation = MergePage.class)))
    public Uni<Page<MergeView>> list(@BeanParam MergeFilter filter, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), filter, Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getMerge", summary = "Get a merge")
    @APIResponse(responseCode = "200", description = "The merge", content = @Content(schema = @Schema(implementation = MergeView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return list.get(current.get(), id).map(merge -> {
            EntityTag tag = EntityTag.of(merge.id(), merge.version());
            return Preconditions.notModified(ifNoneMatch, tag)
                    ? Response.notModified().header(HttpHeaders.ETAG, tag).build()
                    : Response.ok(merge).header(HttpHeaders.ETAG, tag).build();
        });
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed("creators:write")
    @Operation(operationId = "undoMerge", summary = "Take a merge back", description = """
            Both creators are again what they were. Posts and figures that came since are of the account that they came for; \
            what people added or decided since stays with the creator who remained, and so do notes and tags of that time. A \
            person who opted out since has opted out on both sides. `If-Match` is the ETag of the merge. Refused with 409 \
            `merge-not-undoable` when the creator who remained had a part in a later merge that stands; `detail` names it.""")
    @APIResponse(responseCode = "200", description = "The merge, taken back", content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Uni<Response> undo(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        String by = current.subject();
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/merges/" + id + "/undo", "");
        return schemes.inForce(workspace).chain(scheme -> idempotency.once(workspace, request,
                () -> merges.undo(workspace, id, ifMatch, scheme, by)
                        .map(merge -> Response.ok(merge.view()).header(HttpHeaders.ETAG, merge.tag()).build())));
    }

    /** Names the page in the contract. */
    @Schema(name = "MergePage")
    private record MergePage(List<MergeView> items, PageLinks page) {}
}
