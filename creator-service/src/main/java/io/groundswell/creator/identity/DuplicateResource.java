package io.groundswell.creator.identity;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Candidates for a merge over HTTP, of all creators. */
@Path("/v1/duplicate-candidates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity", description = "Creators that may be one person, and creators that turned out to be")
public class DuplicateResource {
    private final DuplicateSweep sweep;
    private final DuplicateList list;
    private final DuplicateModels models;
    private final CurrentWorkspace current;

    DuplicateResource(DuplicateSweep sweep, DuplicateList list, DuplicateModels models, CurrentWorkspace current) {
        this.sweep = sweep;
        this.list = list;
        this.models = models;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listDuplicateCandidates", summary = "List creators that may be one person, the likeliest first", description = """
            Each pair comes with what speaks for it and against it, in words and as a weight, so that the probability can be \
            computed by hand. Asking takes in what has changed: a few hundred creators at once, more in the background; \
            `/v1/duplicate-candidates/state` tells whether all are taken in.""")
    @APIResponse(responseCode = "200", description = "A page of pairs", content = @Content(schema = @Schema(implementation = DuplicateCandidatePage.class)))
    public Uni<Page<DuplicateCandidateView>> list(@BeanParam DuplicateFilter filter, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Workspace workspace = current.get();
        filter.least();
        return sweep.catchUp(workspace).chain(() -> list.page(workspace, filter, Limit.orDefault(limit), cursor));
    }

    @GET
    @Path("/model")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getDuplicateModel", summary = "Get the weights of the evidence")
    @APIResponse(responseCode = "200", description = "The model in force", content = @Content(schema = @Schema(implementation = DuplicateModelView.class)))
    public Uni<DuplicateModelView> model() {
        return models.show(current.get());
    }

    @GET
    @Path("/state")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getDuplicateState", summary = "Tell whether the candidates are complete")
    @APIResponse(responseCode = "200", description = "How far the search has come", content = @Content(schema = @Schema(implementation = State.class)))
    public Uni<State> state() {
        Workspace workspace = current.get();
        return sweep.catchUp(workspace).chain(() -> sweep.isCaughtUp(workspace)).map(State::new);
    }

    /** How far the search for duplicates has come. */
    @Schema(name = "DuplicateState")
    public record State(
            @Schema(description = "False: creators have changed whose candidates are still to be found") boolean caughtUp) {}

    /** Names the page in the contract. */
    @Schema(name = "DuplicateCandidatePage")
    record DuplicateCandidatePage(List<DuplicateCandidateView> items, PageLinks page) {}
}
