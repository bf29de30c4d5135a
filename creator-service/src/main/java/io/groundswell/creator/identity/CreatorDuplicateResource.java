package io.groundswell.creator.identity;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Candidates for a merge over HTTP, of one creator. */
@Path("/v1/creators/{id}/duplicate-candidates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity", description = "Creators that may be one person, and creators that turned out to be")
public class CreatorDuplicateResource {
    private final DuplicateSweep sweep;
    private final DuplicateList list;
    private final DuplicateDecisions decisions;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    CreatorDuplicateResource(DuplicateSweep sweep, DuplicateList list, DuplicateDecisions decisions, CurrentWorkspace current,
            Idempotency idempotency) {
        this.sweep = sweep;
        this.list = list;
        this.decisions = decisions;
        this.current = current;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listDuplicateCandidatesOfCreator", summary = "List who may be the same person as a creator")
    @APIResponse(responseCode = "200", description = "A page of pairs", content = @Content(schema = @Schema(implementation = DuplicateResource.DuplicateCandidatePage.class)))
    public Uni<Page<DuplicateCandidateView>> listOfCreator(@PathParam("id") UUID id, @BeanParam DuplicateFilter filter,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        Workspace workspace = current.get();
        filter.least();
        return sweep.catchUp(workspace).chain(() -> list.page(workspace, id, filter, Limit.orDefault(limit), cursor));
    }

    @POST
    @Path("/{otherId}/dismiss")
    @RolesAllowed("creators:write")
    @Operation(operationId = "dismissDuplicateCandidate", summary = "Say that two creators are two people", description = """
            Remembered, whatever evidence comes later: the pair is told from then on only with `dismissed=true`. Saying it \
            twice changes nothing.""")
    @APIResponse(responseCode = "200", description = "The pair", content = @Content(schema = @Schema(implementation = DuplicateCandidateView.class)))
    public Uni<Response> dismiss(@PathParam("id") UUID id,
            @Parameter(description = "The other creator of the pair") @PathParam("otherId") UUID otherId,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, Dismissal dismissal) {
        Workspace workspace = current.get();
        String by = current.subject();
        return decide(workspace, id, otherId,
                new IdempotentRequest(idempotencyKey, operation(id, otherId, "dismiss"), dismissal),
                () -> decisions.dismiss(workspace, id, otherId, dismissal, by));
    }

    @POST
    @Path("/{otherId}/reconsider")
    @RolesAllowed("creators:write")
    @Operation(operationId = "reconsiderDuplicateCandidate", summary = "Take back that two creators are two people")
    @APIResponse(responseCode = "200", description = "The pair", content = @Content(schema = @Schema(implementation = DuplicateCandidateView.class)))
    public Uni<Response> reconsider(@PathParam("id") UUID id,
            @Parameter(description = "The other creator of the pair") @PathParam("otherId") UUID otherId,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        return decide(workspace, id, otherId, new IdempotentRequest(idempotencyKey, operation(id, otherId, "reconsider"), ""),
                () -> decisions.reconsider(workspace, id, otherId));
    }

    private static String operation(UUID id, UUID otherId, String verb) {
        return "POST /v1/creators/" + id + "/duplicate-candidates/" + otherId + "/" + verb;
    }

    /** The pair is read after the decision is stored, which may be long ago when the request is repeated. */
    private Uni<Response> decide(Workspace workspace, UUID id, UUID otherId, IdempotentRequest request,
            Supplier<Uni<Void>> decision) {
        return idempotency.once(workspace, request, () -> decision.get().map(_ -> Response.noContent().build()))
                .chain(done -> list.get(workspace, id, otherId).map(pair -> {
                    Response.ResponseBuilder shown = Response.ok(pair);
                    done.getStringHeaders().forEach((name, values) -> shown.header(name, values.getFirst()));
                    return shown.build();
                }));
    }
}
