package io.groundswell.campaign.rights.request;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.licence.OdrlPolicy;
import io.groundswell.campaign.rights.link.ClaimLinks;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;

/** Requests over HTTP. */
@Path("/v1/rights-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class RequestResource {
    private final Requests requests;
    private final RequestList list;
    private final ClaimLinks links;
    private final WorkspaceDatabase database;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    RequestResource(Requests requests, RequestList list, ClaimLinks links, WorkspaceDatabase database, CurrentWorkspace current,
            Idempotency idempotency) {
        this.requests = requests;
        this.list = list;
        this.links = links;
        this.database = database;
        this.current = current;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "createRightsRequest", summary = "Draft a request for rights", description = """
            For an approved post; else 409 `post-not-approved`. The terms stay as they are from here on.""")
    @APIResponse(responseCode = "201", description = "The draft", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, RequestDraft draft) {
        Workspace workspace = current.get();
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/rights-requests", draft);
        return idempotency.once(workspace, request, transaction -> requests.create(transaction, workspace, draft)
                .map(RequestView::of)
                .map(created -> Response.created(URI.create("/v1/rights-requests/" + created.id()))
                        .header(HttpHeaders.ETAG, created.tag()).entity(created).build()));
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listRightsRequests", summary = "List requests for rights, newest first")
    @APIResponse(responseCode = "200", description = "A page of requests", content = @Content(schema = @Schema(implementation = RequestPage.class)))
    public Uni<Page<RequestView>> list(
            @Parameter(description = "Only requests in one of these states; may be repeated") @QueryParam("state") List<RequestState> states,
            @Parameter(description = "Only requests for this post") @QueryParam("postId") @Nullable UUID postId,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), states, postId, Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getRightsRequest", summary = "Get a request for rights")
    @APIResponse(responseCode = "200", description = "The request", content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return list.get(current.get(), id).map(RequestView::of)
                .map(request -> (Preconditions.notModified(ifNoneMatch, request.tag())
                        ? Response.notModified()
                        : Response.ok(request)).header(HttpHeaders.ETAG, request.tag()).build());
    }

    @GET
    @Path("/{id}/policy")
    @Produces(OdrlPolicy.MEDIA_TYPE)
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getRightsRequestPolicy", summary = "Get what is asked for as an ODRL offer", description = """
            JSON-LD after ODRL 2.2, like the agreement of a grant.""")
    @APIResponse(responseCode = "200", description = "The policy", content = @Content(mediaType = OdrlPolicy.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Map<String, Object>> policy(@PathParam("id") UUID id) {
        Workspace workspace = current.get();
        return list.get(workspace, id).map(request -> new OdrlPolicy(OdrlPolicy.Type.OFFER, request.id(), request.postId(),
                "urn:groundswell:author-of:" + request.postId(), "urn:groundswell:workspace:" + workspace.key(),
                request.terms(),
                request.terms().startsAt(), request.terms().endsAt()).document());
    }

    @POST
    @Path("/{id}/send")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "sendRightsRequest", summary = "Send a request for rights", description = """
            Returns the text, to be posted as it is in reply to the post, and the claim link, to be sent by direct message: whoever \
            has the link can answer for the author. From now on replies are judged. Sent again, the same comes back. An author who \
            declined not long ago is left in peace: the request becomes BLOCKED, without text and link. 409 `author-already-asked` \
            while another request waits for the author; 429 with `Retry-After`, `RateLimit` and `RateLimit-Policy` when the \
            workspace asks too much on the network.""")
    @APIResponse(responseCode = "200", description = "The request as it is now", content = @Content(schema = @Schema(implementation = SentRequest.class)))
    @APIResponse(responseCode = "409", description = "The post is not approved, the author is asked already, or the request was decided")
    public Uni<Response> send(@PathParam("id") UUID id) {
        Workspace workspace = current.get();
        return database.write(workspace, transaction -> requests.send(transaction, workspace, id))
                .map(request -> new SentRequest(RequestView.of(request), link(workspace, request)))
                .map(sent -> Response.ok(sent).header(HttpHeaders.ETAG, sent.request().tag()).build());
    }

    private @Nullable String link(Workspace workspace, RightsRequest request) {
        Instant until = request.expiresAt();
        return request.state() != RequestState.SENT || until == null
                ? null
                : links.address(new ClaimLinks.Claim(workspace, request.id(), until));
    }

    /** A request that went out. */
    @Schema(name = "SentRightsRequest")
    public record SentRequest(
            RequestView request,
            @Schema(description = "For the author alone; null when the request is blocked") @Nullable String claimLink) {}

    /** Names the page in the contract. */
    @Schema(name = "RightsRequestPage")
    private record RequestPage(List<RequestView> items, PageLinks page) {}
}
