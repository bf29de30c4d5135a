package io.groundswell.campaign.listening.live;

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
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Connectors over HTTP. */
@Path("/v1/connectors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Listening", description = "Posts that come of themselves: live connectors, webhooks, and what networks permit")
public class ConnectorResource {
    private static final String PATH = "/v1/connectors";

    private final Connectors connectors;
    private final ConnectorStore store;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    ConnectorResource(Connectors connectors, ConnectorStore store, CurrentWorkspace current, Idempotency idempotency,
            MergePatch mergePatch) {
        this.connectors = connectors;
        this.store = store;
        this.current = current;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("admin")
    @Operation(operationId = "createConnector", summary = "Connect to a network", description = """
            To a Mastodon server's streaming API or to a Jetstream of Bluesky. The connector is STOPPED until it is started. Hosts \
            that are not on the open internet are refused, when this is called and at every connection.""")
    @APIResponse(responseCode = "201", description = "The connector; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = ConnectorView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ConnectorDraft draft) {
        Workspace workspace = current.get();
        return connectors.check(draft).chain(() -> idempotency.once(workspace,
                new IdempotentRequest(idempotencyKey, "POST " + PATH, draft),
                () -> connectors.create(workspace, draft)
                        .map(connector -> Response.created(URI.create(PATH + "/" + connector.id()))
                                .header(HttpHeaders.ETAG, connector.tag()).entity(connector).build())));
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listConnectors", summary = "List connectors, the last created first")
    @APIResponse(responseCode = "200", description = "A page of connectors", content = @Content(schema = @Schema(implementation = ConnectorPage.class)))
    public Uni<Page<ConnectorView>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return store.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getConnector", summary = "Get a connector and how it goes", description = """
            State, lag, counts and the last error are of now; the ETag is of the settings alone.""")
    @APIResponse(responseCode = "200", description = "The connector", content = @Content(schema = @Schema(implementation = ConnectorView.class)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return store.get(current.get(), id).map(ConnectorResource::shown);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("admin")
    @Operation(operationId = "reviseConnector", summary = "Change a connector", description = """
            JSON Merge Patch (RFC 7396). A connector that listens connects anew. With another url or stream it begins anew, without \
            what came before. An access token that is left out stays.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = ConnectorDraft.class)))
    @APIResponse(responseCode = "200", description = "The connector as it is now", content = @Content(schema = @Schema(implementation = ConnectorView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        return connectors.revise(current.get(), id, ifMatch, draft -> mergePatch.apply(draft, patch, ConnectorDraft.class))
                .map(ConnectorResource::shown);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(operationId = "deleteConnector", summary = "Delete a connector", description = """
            It stops at once. The posts that came by it stay; on Mastodon, their later deletion is no longer heard of.""")
    @APIResponse(responseCode = "204", description = "The connector is gone")
    public Uni<Response> delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return connectors.delete(current.get(), id, ifMatch).map(_ -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "startConnector", summary = "Begin to listen", description = """
            Goes on where the connector stopped, as far as its network permits. Again changes nothing.""")
    @APIResponse(responseCode = "200", description = "The connector, STARTING unless it was started before", content = @Content(schema = @Schema(implementation = ConnectorView.class)))
    public Uni<Response> start(@PathParam("id") UUID id) {
        return connectors.start(current.get(), id).map(ConnectorResource::shown);
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "stopConnector", summary = "Stop to listen", description = """
            When this is answered, nothing more is stored. Deletions at the source are not heard of while it is stopped. Again \
            changes nothing.""")
    @APIResponse(responseCode = "200", description = "The connector, STOPPED", content = @Content(schema = @Schema(implementation = ConnectorView.class)))
    public Uni<Response> stop(@PathParam("id") UUID id) {
        return connectors.stop(current.get(), id).map(ConnectorResource::shown);
    }

    private static Response shown(ConnectorView connector) {
        return Response.ok(connector).header(HttpHeaders.ETAG, connector.tag()).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Names the page in the contract. */
    @Schema(name = "ConnectorPage")
    private record ConnectorPage(List<ConnectorView> items, PageLinks page) {}
}
