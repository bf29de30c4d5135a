package io.groundswell.creator.identity;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Merging over HTTP. */
@Path("/v1/creators/{id}/merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity", description = "Creators that may be one person, and creators that turned out to be")
public class CreatorMergeResource {
    private final Merges merges;
    private final TierSchemes schemes;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    CreatorMergeResource(Merges merges, TierSchemes schemes, CurrentWorkspace current, Idempotency idempotency) {
        this.merges = merges;
        this.schemes = schemes;
        this.current = current;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "mergeCreators", summary = "Merge another creator into this one", description = """
            Two creators turned out to be one person. This one gets the other's accounts and all that hangs on the other; it \
            becomes what is closer to the brand of the two, and OPTED_OUT when one of them is. From then on the other is \
            answered with 404 `creator-merged`, whose `Link` names this one. `If-Match` is the ETag of this creator. Refused \
            with 409 `merge-not-possible` when one of them was merged or erased already; `errors` says which.""")
    @APIResponse(responseCode = "201", description = "The merge; its ETag is needed to take it back", content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Uni<Response> merge(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, MergeDraft draft) {
        Workspace workspace = current.get();
        String by = current.subject();
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/creators/" + id + "/merges", draft);
        return schemes.inForce(workspace).chain(scheme -> idempotency.once(workspace, request,
                () -> merges.merge(workspace, id, ifMatch, draft, scheme, by)
                        .map(merge -> Response.created(URI.create("/v1/merges/" + merge.id()))
                                .header(HttpHeaders.ETAG, merge.tag())
                                .entity(merge.view())
                                .build())));
    }
}
