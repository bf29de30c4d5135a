package io.groundswell.advocacy.sharing;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.advocacy.link.LinkTable;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Share packs and shares over HTTP. */
@Path("/v1/share-packs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Share packs", description = "What employees are given to share, and what they shared")
public class SharePackResource {
    private final Shares shares;
    private final SharePackList list;
    private final LinkTable links;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    SharePackResource(Shares shares, SharePackList list, LinkTable links, CurrentWorkspace current, Idempotency idempotency) {
        this.shares = shares;
        this.list = list;
        this.links = links;
        this.current = current;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed("advocacy:write")
    @Operation(operationId = "createSharePack", summary = "Create a share pack")
    @APIResponse(responseCode = "201", description = "The pack", content = @Content(schema = @Schema(implementation = SharePackView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, SharePackDraft draft) {
        Workspace workspace = current.get();
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/share-packs", draft);
        return idempotency.once(workspace, request, () -> shares.createPack(workspace, draft)
                .map(pack -> Response.created(URI.create("/v1/share-packs/" + pack.id()))
                        .header(HttpHeaders.ETAG, pack.tag())
                        .entity(pack.view())
                        .build()));
    }

    @GET
    @RolesAllowed({"advocacy:read", "employee"})
    @Operation(operationId = "listSharePacks", summary = "List share packs, newest first")
    @APIResponse(responseCode = "200", description = "A page of packs", content = @Content(schema = @Schema(implementation = SharePackPage.class)))
    public Uni<Page<SharePackView>> list(
            @Parameter(description = "Only the packs of this campaign") @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), campaignId, Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"advocacy:read", "employee"})
    @Operation(operationId = "getSharePack", summary = "Get a share pack")
    @APIResponse(responseCode = "200", description = "The pack", content = @Content(schema = @Schema(implementation = SharePackView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return shares.getPack(current.get(), id).map(pack -> shown(pack.view(), pack.tag(), ifNoneMatch));
    }

    @POST
    @Path("/{id}/shares")
    @RolesAllowed("employee")
    @Operation(operationId = "createShare", summary = "Share a pack", description = """
            Gives the employee the token names a text to post, with disclosure and a short link of the employee's own. There \
            is one share for each employee, pack and network: asking again gives the same one with status 200. The employee is \
            the active one of the roster whose work e-mail address is the token's; else 403 `not-on-roster`.""")
    @APIResponse(responseCode = "201", description = "The new share", content = @Content(schema = @Schema(implementation = ShareView.class)))
    @APIResponse(responseCode = "200", description = "The share there was", content = @Content(schema = @Schema(implementation = ShareView.class)))
    public Uni<Response> share(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            ShareRequest request) {
        Workspace workspace = current.get();
        String email = current.email();
        // the person is part of the operation: a key that two employees happen to choose must not show one the other's share
        var once = new IdempotentRequest(idempotencyKey, "POST /v1/share-packs/" + id + "/shares by " + email, request);
        var published = new AtomicReference<Shares.@Nullable Published>();
        return idempotency.once(workspace, once, () -> shares.publish(workspace, email, id, request)
                .invoke(published::set)
                .map(SharePackResource::answer))
                .invoke(() -> makeKnown(published.get()));
    }

    @GET
    @Path("/{id}/shares/{shareId}")
    @RolesAllowed("employee")
    @Operation(operationId = "getShare", summary = "Get one of the employee's own shares")
    @APIResponse(responseCode = "200", description = "The share", content = @Content(schema = @Schema(implementation = ShareView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> getShare(@PathParam("id") UUID id,
            @Parameter(description = "Id of the share") @PathParam("shareId") UUID shareId,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return shares.get(current.get(), current.email(), id, shareId)
                .map(share -> shown(share, share.tag(), ifNoneMatch));
    }

    private static Response answer(Shares.Published published) {
        ShareView share = published.share();
        var response = published.link() == null
                ? Response.ok()
                : Response.created(URI.create("/v1/share-packs/" + share.packId() + "/shares/" + share.id()));
        return response.header(HttpHeaders.ETAG, share.tag()).entity(share).build();
    }

    /** After the commit: the answer's reader may follow the link at once. */
    private void makeKnown(Shares.@Nullable Published published) {
        if (published != null && published.code() != null && published.link() != null) {
            links.put(published.code(), published.link());
        }
    }

    private static Response shown(Object view, EntityTag tag, @Nullable String ifNoneMatch) {
        var response = Preconditions.notModified(ifNoneMatch, tag) ? Response.notModified() : Response.ok(view);
        return response.header(HttpHeaders.ETAG, tag).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "SharePackPage")
    private record SharePackPage(List<SharePackView> items, PageLinks page) {}
}
