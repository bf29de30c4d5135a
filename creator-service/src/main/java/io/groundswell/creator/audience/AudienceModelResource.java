package io.groundswell.creator.audience;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** The published models over HTTP. */
@Path("/v1/audience-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audience", description = "Whether the people who follow an account chose to")
public class AudienceModelResource {
    private final AudienceModelList models;
    private final CurrentWorkspace current;

    AudienceModelResource(AudienceModelList models, CurrentWorkspace current) {
        this.models = models;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listAudienceModels", summary = "List the models that judge audiences, the latest first")
    @APIResponse(responseCode = "200", description = "A page of models", content = @Content(schema = @Schema(implementation = ModelPage.class)))
    public Uni<Page<AudienceModelView>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return models.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getAudienceModel", summary = "Get a model that judges audiences", description = """
            With it and the values in an answer, anybody can work the answer out again.""")
    @APIResponse(responseCode = "200", description = "The model", content = @Content(schema = @Schema(implementation = AudienceModelView.class)))
    public Uni<AudienceModelView> get(
            @Parameter(description = "Name of the model", example = "signals-2026") @PathParam("id") String id) {
        return models.get(current.get(), id);
    }

    /** Names the page in the contract. */
    @Schema(name = "AudienceModelPage")
    private record ModelPage(List<AudienceModelView> items, PageLinks page) {}
}
