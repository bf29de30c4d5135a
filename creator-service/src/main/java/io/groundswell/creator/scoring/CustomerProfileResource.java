package io.groundswell.creator.scoring;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.patch.MergePatch;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Customer profiles over HTTP. */
@Path("/v1/customer-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer profiles", description = "What a brand looks for in creators")
public class CustomerProfileResource {
    private final CustomerProfiles profiles;
    private final FitProfiles saved;
    private final ScoreModels models;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final WorkspaceTransaction transaction;
    private final MergePatch mergePatch;

    CustomerProfileResource(CustomerProfiles profiles, FitProfiles saved, ScoreModels models, CurrentWorkspace current,
            Idempotency idempotency, WorkspaceTransaction transaction, MergePatch mergePatch) {
        this.profiles = profiles;
        this.saved = saved;
        this.models = models;
        this.current = current;
        this.idempotency = idempotency;
        this.transaction = transaction;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createCustomerProfile", summary = "Add a customer profile", description = """
            It is scored by the model in force; its own weights go before the model's.""")
    @APIResponse(responseCode = "201", description = "The profile; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = CustomerProfileView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, CustomerProfileDraft draft) {
        Workspace workspace = current.get();
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/customer-profiles", draft);
        return models.inForce(workspace).chain(model -> idempotency.once(workspace, request,
                () -> profiles.create(workspace, draft, model)
                        .map(profile -> Response.created(URI.create("/v1/customer-profiles/" + profile.latest().id()))
                                .header(HttpHeaders.ETAG, profile.tag())
                                .entity(profile.view())
                                .build())));
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listCustomerProfiles", summary = "List customer profiles", description = "The last created first.")
    @APIResponse(responseCode = "200", description = "A page of profiles", content = @Content(schema = @Schema(implementation = CustomerProfilePage.class)))
    public Uni<Page<CustomerProfileView>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return saved.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getCustomerProfile", summary = "Get a customer profile")
    @APIResponse(responseCode = "200", description = "The profile", content = @Content(schema = @Schema(implementation = CustomerProfileView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return saved.get(current.get(), id).map(profile -> Preconditions.notModified(ifNoneMatch, profile.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, profile.tag()).build()
                : shown(profile));
    }

    @GET
    @Path("/{id}/versions/{version}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getCustomerProfileVersion", summary = "Get a version of a customer profile", description = """
            A version never changes and stays, also when the profile is deleted, because scores name it.""")
    @APIResponse(responseCode = "200", description = "The version, with the model that it is scored by", content = @Content(schema = @Schema(implementation = FitProfile.class)))
    public Uni<FitProfile> version(@PathParam("id") UUID id,
            @Parameter(description = "Number of the version, from 0", example = "0") @PathParam("version") long version) {
        return saved.version(current.get(), id, version);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("creators:write")
    @Operation(operationId = "reviseCustomerProfile", summary = "Change a customer profile", description = """
            JSON Merge Patch (RFC 7396). Makes a new version, which is scored by the model in force; earlier versions stay.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = CustomerProfileDraft.class)))
    @APIResponse(responseCode = "200", description = "The profile as it is now", content = @Content(schema = @Schema(implementation = CustomerProfileView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, JsonNode patch) {
        Workspace workspace = current.get();
        var request = new IdempotentRequest(idempotencyKey, "PATCH /v1/customer-profiles/" + id, patch);
        return models.inForce(workspace).chain(model -> idempotency.once(workspace, request,
                () -> profiles.revise(workspace, id, ifMatch,
                        decided -> mergePatch.apply(decided, patch, CustomerProfileDraft.class), model)
                        .map(CustomerProfileResource::shown)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("creators:write")
    @Operation(operationId = "deleteCustomerProfile", summary = "Delete a customer profile", description = """
            No score is computed by it any more. Its versions can still be read.""")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Uni<Void> delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Workspace workspace = current.get();
        return transaction.run(workspace, () -> profiles.delete(workspace, id, ifMatch));
    }

    private static Response shown(SavedProfile profile) {
        return Response.ok(profile.view()).header(HttpHeaders.ETAG, profile.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "CustomerProfilePage")
    private record CustomerProfilePage(List<CustomerProfileView> items, PageLinks page) {}
}
