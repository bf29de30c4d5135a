package io.groundswell.campaign.listening.webhook;

import java.net.URI;
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

import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Subscriptions to webhooks over HTTP. */
@Path("/v1/webhook-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Listening")
public class WebhookSubscriptionResource {
    private static final String PATH = "/v1/webhook-subscriptions";

    private final WebhookStore store;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    WebhookSubscriptionResource(WebhookStore store, CurrentWorkspace current, Idempotency idempotency) {
        this.store = store;
        this.current = current;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed("admin")
    @Operation(operationId = "createWebhookSubscription", summary = "Make an address for Instagram's webhooks", description = """
            Give the callback path, behind this API's public address, and the verify token to Meta, and subscribe to the fields \
            `comments` and `mentions`. Deliveries must carry the app's signature (`X-Hub-Signature-256`); forged ones are refused, \
            repeated ones change nothing.""")
    @APIResponse(responseCode = "201", description = "The subscription", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, WebhookDraft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST " + PATH, draft),
                () -> store.create(workspace, draft)
                        .map(subscription -> Response.created(URI.create(PATH + "/" + subscription.id()))
                                .header(HttpHeaders.ETAG, subscription.tag()).entity(subscription).build()));
    }

    @GET
    @RolesAllowed("admin")
    @Operation(operationId = "listWebhookSubscriptions", summary = "List webhook subscriptions, the last created first")
    @APIResponse(responseCode = "200", description = "A page of subscriptions", content = @Content(schema = @Schema(implementation = WebhookPage.class)))
    public Uni<Page<WebhookView>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return store.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(operationId = "getWebhookSubscription", summary = "Get a webhook subscription")
    @APIResponse(responseCode = "200", description = "The subscription", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return store.get(current.get(), id).map(subscription -> Preconditions.notModified(ifNoneMatch, subscription.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, subscription.tag()).build()
                : Response.ok(subscription).header(HttpHeaders.ETAG, subscription.tag()).build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(operationId = "deleteWebhookSubscription", summary = "Delete a webhook subscription", description = """
            Its address is gone for ever, and so is the list of what was delivered there. What was made of deliveries stays.""")
    @APIResponse(responseCode = "204", description = "The subscription is gone")
    public Uni<Response> delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return store.delete(current.get(), id, ifMatch).map(_ -> Response.noContent().build());
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listWebhookDeliveries", summary = "List what was delivered, the newest first", description = """
            Those that are NEEDS_LOOKUP name the ids to ask Instagram for; this service has no token to ask with.""")
    @APIResponse(responseCode = "200", description = "A page of deliveries", content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Uni<Page<DeliveryView>> deliveries(@PathParam("id") UUID id,
            @Parameter(description = "Only those of which this could be made", example = "NEEDS_LOOKUP") @QueryParam("outcome") @Nullable DeliveryOutcome outcome,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return store.deliveries(current.get(), id, outcome, Limit.orDefault(limit), cursor);
    }

    /** Names the page in the contract. */
    @Schema(name = "WebhookSubscriptionPage")
    private record WebhookPage(List<WebhookView> items, PageLinks page) {}

    /** Names the page in the contract. */
    @Schema(name = "WebhookDeliveryPage")
    private record DeliveryPage(List<DeliveryView> items, PageLinks page) {}
}
