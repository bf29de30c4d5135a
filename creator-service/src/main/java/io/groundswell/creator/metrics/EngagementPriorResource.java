package io.groundswell.creator.metrics;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.ReferenceRow;
import io.groundswell.creator.reference.ReferenceRows;
import io.groundswell.creator.reference.Selection;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Engagement priors over HTTP. */
@Path("/v1/engagement-priors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data", description = "Numbers that change with time or place, each with the day from which it holds and its source")
public class EngagementPriorResource {
    private final ReferenceRows rows;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    EngagementPriorResource(ReferenceRows rows, CurrentWorkspace current, Idempotency idempotency) {
        this.rows = rows;
        this.current = current;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createEngagementPrior", summary = "Add an engagement prior", description = """
            Holds for your workspace from its day on, before the product's own. Nothing is ever changed: a new version is another \
            engagement prior from a later day. 409 when you have one for the network, tier and method from that day on.""")
    @APIResponse(responseCode = "201", description = "The engagement prior; its ETag is needed to withdraw it", content = @Content(schema = @Schema(implementation = EngagementPriorView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, EngagementPriorDraft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST /v1/engagement-priors", draft),
                () -> rows.add(workspace, EngagementPrior.TABLE, draft.provenance(), draft.value())
                        .map(row -> Response.created(URI.create("/v1/engagement-priors/" + row.id()))
                                .header(HttpHeaders.ETAG, row.tag())
                                .entity(EngagementPriorView.of(row))
                                .build()));
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listEngagementPriors", summary = "List engagement priors", description = "The last recorded first; the product's own and yours.")
    @APIResponse(responseCode = "200", description = "A page of engagement priors", content = @Content(schema = @Schema(implementation = EngagementPriorPage.class)))
    public Uni<Page<EngagementPriorView>> list(
            @Parameter(description = "Of this network") @QueryParam("network") @Nullable Network network,
            @Parameter(description = "Of creators of this tier") @QueryParam("tier") @Nullable Tier tier,
            @Parameter(description = "In force on this day (UTC): one for each network, tier and method", example = "2026-05-04") //
            @QueryParam("inForceOn") @Nullable LocalDate inForceOn,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        var selection = new Selection().with("network", network).with("tier", tier).inForceOn(inForceOn);
        return rows.page(current.get(), EngagementPrior.TABLE, selection, Limit.orDefault(limit), cursor,
                EngagementPriorView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getEngagementPrior", summary = "Get an engagement prior")
    @APIResponse(responseCode = "200", description = "The engagement prior", content = @Content(schema = @Schema(implementation = EngagementPriorView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return rows.get(current.get(), EngagementPrior.TABLE, id)
                .map(row -> Preconditions.notModified(ifNoneMatch, row.tag())
                        ? Response.notModified().header(HttpHeaders.ETAG, row.tag()).build()
                        : shown(row));
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed("creators:write")
    @Operation(operationId = "withdrawEngagementPrior", summary = "Take an engagement prior out of force", description = """
            What held before it holds again. 409 for the product's own and for what is withdrawn already.""")
    @APIResponse(responseCode = "200", description = "The engagement prior as it is now", content = @Content(schema = @Schema(implementation = EngagementPriorView.class)))
    public Uni<Response> withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        String required = Preconditions.require(ifMatch);
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/engagement-priors/" + id + "/withdraw", required);
        return rows.get(workspace, EngagementPrior.TABLE, id).chain(row -> idempotency.once(workspace, request,
                () -> rows.withdraw(workspace, EngagementPrior.TABLE, row, required).map(EngagementPriorResource::shown)));
    }

    private static Response shown(ReferenceRow<EngagementPrior> row) {
        return Response.ok(EngagementPriorView.of(row)).header(HttpHeaders.ETAG, row.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "EngagementPriorPage")
    private record EngagementPriorPage(List<EngagementPriorView> items, PageLinks page) {}
}
