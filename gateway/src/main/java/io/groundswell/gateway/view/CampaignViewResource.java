package io.groundswell.gateway.view;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.RequestId;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Campaign views over HTTP. */
@Path("/v1/campaign-views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaign views", description = "A campaign with what all services know about it, in one answer")
public class CampaignViewResource {
    private final CampaignViews views;
    private final CurrentWorkspace current;
    private final SecurityIdentity identity;

    CampaignViewResource(CampaignViews views, CurrentWorkspace current, SecurityIdentity identity) {
        this.views = views;
        this.current = current;
        this.identity = identity;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getCampaignView", summary = "See a campaign with everything about it", description = """
            The services are asked side by side, under one deadline and with the caller's own token. Each part says whether it \
            is `fresh`, `stale` (the last good answer of some minutes ago, while its service is away) or `unavailable`; a part \
            whose scope the token lacks is unavailable with the code `forbidden`. Only campaign-service's word that there is no \
            such campaign makes the whole a 404.""")
    @APIResponse(responseCode = "200", description = "The view", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CampaignView.class)))
    public Uni<CampaignView> get(
            @Parameter(description = "The campaign's id; another workspace's is answered with 404", example = "0199c59f-0000-7000-8000-000000000001") //
            @PathParam("id") UUID id,
            @Parameter(description = "Parts to show, separated by commas: campaign, kpis, topCreators, newestPosts, employeeShares; default: all", example = "kpis,newestPosts") //
            @QueryParam("embed") @Nullable String embed,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context RoutingContext context) {
        var caller = new Caller(current.get(), authorization, identity.getRoles(), RequestId.of(context));
        return views.view(id, PartName.parse(embed), caller);
    }
}
