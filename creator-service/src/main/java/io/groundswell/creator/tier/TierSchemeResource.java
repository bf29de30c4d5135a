package io.groundswell.creator.tier;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Tier schemes over HTTP. */
@Path("/v1/tier-schemes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data", description = "Numbers that change with time or place, each with the day from which it holds and its source")
public class TierSchemeResource {
    private final TierSchemeStore schemes;
    private final Event<TierSchemeChanged> changed;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    TierSchemeResource(TierSchemeStore schemes, Event<TierSchemeChanged> changed, CurrentWorkspace current,
            Idempotency idempotency) {
        this.schemes = schemes;
        this.changed = changed;
        this.current = current;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createTierScheme", summary = "Add a tier scheme", description = """
            From its day on, your creators are divided by it. Tiers that are stored already follow within moments, a few hundred \
            creators at a time; each tier says which scheme decided it, and `followedSince` when all are done. Nothing is ever \
            changed: a new version is another scheme. 409 when the name is taken.""")
    @APIResponse(responseCode = "201", description = "The scheme; its ETag is needed to withdraw it", content = @Content(schema = @Schema(implementation = TierSchemeView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, TierSchemeDraft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST /v1/tier-schemes", draft),
                () -> schemes.add(workspace, draft)
                        .map(scheme -> Response.created(URI.create("/v1/tier-schemes/" + scheme.scheme()))
                                .header(HttpHeaders.ETAG, scheme.tag())
                                .entity(scheme)
                                .build()))
                .invoke(() -> changed.fire(new TierSchemeChanged(workspace)));
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listTierSchemes", summary = "List tier schemes", description = "The latest to begin first; the product's own and yours.")
    @APIResponse(responseCode = "200", description = "A page of tier schemes", content = @Content(schema = @Schema(implementation = TierSchemePage.class)))
    public Uni<Page<TierSchemeView>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return schemes.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{scheme}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getTierScheme", summary = "Get a tier scheme")
    @APIResponse(responseCode = "200", description = "The scheme", content = @Content(schema = @Schema(implementation = TierSchemeView.class)))
    public Uni<Response> get(
            @Parameter(description = "Name of the scheme", example = "standard-2021") @PathParam("scheme") String scheme) {
        return schemes.get(current.get(), scheme).map(TierSchemeResource::shown);
    }

    @POST
    @Path("/{scheme}/withdraw")
    @RolesAllowed("creators:write")
    @Operation(operationId = "withdrawTierScheme", summary = "Take a tier scheme out of force", description = """
            What held before it holds again, and stored tiers follow. 409 for the product's own and for what is withdrawn \
            already.""")
    @APIResponse(responseCode = "200", description = "The scheme as it is now", content = @Content(schema = @Schema(implementation = TierSchemeView.class)))
    public Uni<Response> withdraw(
            @Parameter(description = "Name of the scheme", example = "coffee-2026") @PathParam("scheme") String scheme,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        String required = Preconditions.require(ifMatch);
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/tier-schemes/" + scheme + "/withdraw", required);
        return schemes.get(workspace, scheme)
                .chain(known -> idempotency.once(workspace, request,
                        () -> schemes.withdraw(workspace, known, required).map(TierSchemeResource::shown)))
                .invoke(() -> changed.fire(new TierSchemeChanged(workspace)));
    }

    private static Response shown(TierSchemeView scheme) {
        return Response.ok(scheme).header(HttpHeaders.ETAG, scheme.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "TierSchemePage")
    private record TierSchemePage(List<TierSchemeView> items, PageLinks page) {}
}
