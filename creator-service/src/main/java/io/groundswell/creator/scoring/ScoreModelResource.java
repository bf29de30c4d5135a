package io.groundswell.creator.scoring;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Score models over HTTP. */
@Path("/v1/score-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fit scores", description = "How well creators fit what a brand looks for, with every point explained")
public class ScoreModelResource {
    private final ScoreModels models;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    ScoreModelResource(ScoreModels models, CurrentWorkspace current, Idempotency idempotency) {
        this.models = models;
        this.current = current;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listScoreModels", summary = "List score models", description = """
            The latest first: the workspace's own and those that come with the product. In force is the workspace's own latest \
            that has begun, else the latest of everybody.""")
    @APIResponse(responseCode = "200", description = "A page of models", content = @Content(schema = @Schema(implementation = ScoreModelPage.class)))
    public Uni<Page<ScoreModelView>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return models.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createScoreModel", summary = "Add a score model", description = """
            The workspace's own weights, with where they come from. A version never changes: 409 `conflict` when there is one of \
            this name. Versions of profiles that were saved before keep their model; saved again, they take the one then in force.""")
    @APIResponse(responseCode = "201", description = "The model", content = @Content(schema = @Schema(implementation = ScoreModelView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ScoreModel model) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST /v1/score-models", model),
                () -> models.add(workspace, model)
                        .map(added -> Response.created(URI.create("/v1/score-models/" + added.version())).entity(added)
                                .build()));
    }

    @GET
    @Path("/{version}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getScoreModel", summary = "Get a score model")
    @APIResponse(responseCode = "200", description = "The model; it never changes", content = @Content(schema = @Schema(implementation = ScoreModelView.class)))
    public Uni<ScoreModelView> get(
            @Parameter(description = "Name of the version", example = "fit-2026-1") @PathParam("version") String version) {
        return models.get(current.get(), version);
    }

    /** Names the page in the contract. */
    @Schema(name = "ScoreModelPage")
    private record ScoreModelPage(List<ScoreModelView> items, PageLinks page) {}
}
