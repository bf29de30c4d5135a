package io.groundswell.campaign.rights.request;

import java.net.URI;

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

import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** How a workspace asks, over HTTP. */
@Path("/v1/rights-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class RightsSettingsResource {
    private static final String PATH = "/v1/rights-settings";

    private final RightsSettingsStore settings;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    RightsSettingsResource(RightsSettingsStore settings, CurrentWorkspace current, Idempotency idempotency) {
        this.settings = settings;
        this.current = current;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getRightsSettings", summary = "See how rights are asked for")
    @APIResponse(responseCode = "200", description = "The workspace's own settings, else everybody's", content = @Content(schema = @Schema(implementation = RightsSettings.class)))
    public Uni<RightsSettings> get() {
        return settings.inForce(current.get());
    }

    @POST
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "addRightsSettings", summary = "Change how rights are asked for", description = """
            From now on; what held before stays known. What is left out stays as it is.""")
    @APIResponse(responseCode = "201", description = "The settings in force", content = @Content(schema = @Schema(implementation = RightsSettings.class)))
    public Uni<Response> add(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, RightsSettingsDraft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST " + PATH, draft),
                transaction -> settings.add(transaction, workspace, draft)
                        .map(added -> Response.created(URI.create(PATH)).entity(added).build()));
    }
}
