package io.groundswell.creator.organising;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.smallrye.mutiny.Uni;

/** Members of lists over HTTP. */
@Path("/v1/creator-lists/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Creator lists", description = "Creators that people put together by hand")
public class MemberResource {
    private final Members members;
    private final CurrentWorkspace current;
    private final WorkspaceTransaction transaction;
    private final Idempotency idempotency;

    MemberResource(Members members, CurrentWorkspace current, WorkspaceTransaction transaction, Idempotency idempotency) {
        this.members = members;
        this.current = current;
        this.transaction = transaction;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listCreatorListMembers", summary = "List who is on a list, the last added first")
    @APIResponse(responseCode = "200", description = "A page of members", content = @Content(schema = @Schema(implementation = MemberPage.class)))
    public Uni<Page<MemberView>> list(@PathParam("id") UUID id, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return members.page(current.get(), id, Limit.orDefault(limit), cursor);
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "addCreatorListMembers", summary = "Add creators to a list", description = """
            Tells for each, in order, whether it was added, was a member before or is not known. Adding them again changes             nothing.""")
    @APIResponse(responseCode = "200", description = "What became of each", content = @Content(schema = @Schema(implementation = MemberReport.class)))
    public Uni<Response> add(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            MemberSelection selection) {
        Workspace workspace = current.get();
        String by = current.subject();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, operation(id, ""), selection),
                () -> members.add(workspace, id, selection, by).map(MemberResource::report));
    }

    @POST
    @Path("/removal")
    @RolesAllowed("creators:write")
    @Operation(operationId = "removeCreatorListMembers", summary = "Remove creators from a list", description = """
            Tells for each, in order, whether it was removed or was no member. Removing them again changes nothing.""")
    @APIResponse(responseCode = "200", description = "What became of each", content = @Content(schema = @Schema(implementation = MemberReport.class)))
    public Uni<Response> remove(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            MemberSelection selection) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, operation(id, "/removal"), selection),
                () -> members.remove(workspace, id, selection).map(MemberResource::report));
    }

    @DELETE
    @Path("/{creatorId}")
    @RolesAllowed("creators:write")
    @Operation(operationId = "removeCreatorListMember", summary = "Remove one creator from a list", description = """
            Succeeds as well when the creator is not on the list.""")
    @APIResponse(responseCode = "204", description = "The creator is not on the list")
    public Uni<Response> removeOne(@PathParam("id") UUID id,
            @Parameter(description = "Id of the creator", example = "01a20850-0000-7000-8000-000000000101") @PathParam("creatorId") UUID creatorId) {
        Workspace workspace = current.get();
        return transaction.run(workspace, () -> members.remove(workspace, id, new MemberSelection(List.of(creatorId))))
                .map(_ -> Response.noContent().build());
    }

    private static String operation(UUID listId, String action) {
        return "POST /v1/creator-lists/" + listId + "/members" + action;
    }

    private static Response report(List<MemberOutcome> outcomes) {
        return Response.ok(new MemberReport(outcomes)).build();
    }

    /** What became of a selection. */
    @Schema(name = "MemberReport")
    private record MemberReport(@Schema(description = "One for each creator, in order") List<MemberOutcome> items) {}

    /** Names the page in the contract. */
    @Schema(name = "CreatorListMemberPage")
    private record MemberPage(List<MemberView> items, PageLinks page) {}
}
