package io.groundswell.campaign.campaign;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import io.groundswell.kit.patch.MergePatch;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Campaigns over HTTP. */
@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns", description = "What a brand runs, from draft to end")
public class CampaignResource {
    private final Campaigns campaigns;
    private final CampaignList list;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    CampaignResource(Campaigns campaigns, CampaignList list, CurrentWorkspace current, Idempotency idempotency,
            MergePatch mergePatch) {
        this.campaigns = campaigns;
        this.list = list;
        this.current = current;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "createCampaign", summary = "Draft a campaign")
    @APIResponse(responseCode = "201", description = "The draft; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, CampaignDraft draft) {
        Workspace workspace = current.get();
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/campaigns", draft);
        return idempotency.once(workspace, request, () -> campaigns.create(workspace, draft)
                .map(campaign -> Response.created(URI.create("/v1/campaigns/" + campaign.id()))
                        .header(HttpHeaders.ETAG, campaign.tag())
                        .entity(campaign.view())
                        .build()));
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listCampaigns", summary = "List campaigns, newest first")
    @APIResponse(responseCode = "200", description = "A page of campaigns", content = @Content(schema = @Schema(implementation = CampaignPage.class)))
    public Uni<Page<CampaignView>> list(
            @Parameter(description = "Only campaigns with this status") @QueryParam("status") @Nullable CampaignStatus status,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), status, Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getCampaign", summary = "Get a campaign")
    @APIResponse(responseCode = "200", description = "The campaign", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return campaigns.get(current.get(), id).map(campaign -> Preconditions.notModified(ifNoneMatch, campaign.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, campaign.tag()).build()
                : shown(campaign));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "reviseCampaign", summary = "Change a draft", description = """
            JSON Merge Patch (RFC 7396) of the fields that were set on creation. What was agreed is fixed at launch: later the \
            answer is 409.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = CampaignDraft.class)))
    @APIResponse(responseCode = "200", description = "The campaign as it is now", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, JsonNode patch) {
        Workspace workspace = current.get();
        return change("PATCH /v1/campaigns/" + id, idempotencyKey, patch, () -> campaigns.revise(workspace, id, ifMatch,
                draft -> mergePatch.apply(draft, patch, CampaignDraft.class)));
    }

    @POST
    @Path("/{id}/launch")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "launchCampaign", summary = "Launch a campaign", description = """
            Refused with 409 `launch-gate-not-met` and every unmet item in `errors` until the success metrics are agreed. From \
            the acknowledgement on, posts are matched against the campaign's terms.""")
    @APIResponse(responseCode = "200", description = "The live campaign", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> launch(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        return change("POST /v1/campaigns/" + id + "/launch", idempotencyKey, "",
                () -> campaigns.launch(workspace, id, ifMatch));
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "pauseCampaign", summary = "Stop listening for a while")
    @APIResponse(responseCode = "200", description = "The paused campaign", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> pause(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        return change("POST /v1/campaigns/" + id + "/pause", idempotencyKey, "",
                () -> campaigns.pause(workspace, id, ifMatch));
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "resumeCampaign", summary = "Listen again after a pause")
    @APIResponse(responseCode = "200", description = "The live campaign", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> resume(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        return change("POST /v1/campaigns/" + id + "/resume", idempotencyKey, "",
                () -> campaigns.resume(workspace, id, ifMatch));
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "endCampaign", summary = "End a campaign for ever")
    @APIResponse(responseCode = "200", description = "The ended campaign", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> end(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        return change("POST /v1/campaigns/" + id + "/end", idempotencyKey, "",
                () -> campaigns.end(workspace, id, ifMatch));
    }

    private Uni<Response> change(String operation, @Nullable String key, Object payload, Supplier<Uni<Campaign>> change) {
        return idempotency.once(current.get(), new IdempotentRequest(key, operation, payload),
                () -> change.get().map(CampaignResource::shown));
    }

    private static Response shown(Campaign campaign) {
        return Response.ok(campaign.view()).header(HttpHeaders.ETAG, campaign.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "CampaignPage")
    private record CampaignPage(List<CampaignView> items, io.groundswell.kit.paging.PageLinks page) {}
}
