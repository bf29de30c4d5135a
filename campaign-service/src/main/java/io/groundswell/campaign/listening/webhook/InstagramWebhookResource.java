package io.groundswell.campaign.listening.webhook;

import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
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
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.smallrye.mutiny.Uni;

/**
 * Where Meta asks and delivers. Its form is Meta's and not this API's, so it is not part of the contract. Has no token: the address
 * says whose it is, the signature says who delivers.
 */
@Path("/v1/webhooks/instagram/{subscriptionKey}")
@PermitAll
public class InstagramWebhookResource {
    /** Meta sends a number; whatever else came would be shown under this API's address. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    private final WebhookStore subscriptions;
    private final Deliveries deliveries;

    InstagramWebhookResource(WebhookStore subscriptions, Deliveries deliveries) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Uni<Response> verify(@PathParam("subscriptionKey") String key, @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.verify_token") @Nullable String token, @QueryParam("hub.challenge") @Nullable String challenge) {
        return subscriptions.find(key).map(address -> {
            if (!"subscribe".equals(mode) || !subscriptions.isVerifyToken(address, token)) {
                throw ProblemException.of(ProblemType.FORBIDDEN, "hub.verify_token is not the one of this subscription.");
            }
            if (challenge == null || !CHALLENGE.matcher(challenge).matches()) {
                throw ProblemException.parameter("hub.challenge", "invalid-challenge", "Must be a short word to send back.");
            }
            return Response.ok(challenge, MediaType.TEXT_PLAIN).header("X-Content-Type-Options", "nosniff")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> deliver(@PathParam("subscriptionKey") String key,
            @HeaderParam("X-Hub-Signature-256") @Nullable String signature, byte[] body) {
        return deliveries.take(key, body, signature).map(_ -> Response.ok().build());
    }
}
