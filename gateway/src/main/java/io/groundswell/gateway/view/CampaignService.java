package io.groundswell.gateway.view;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** What a view asks campaign-service. Content is passed on as it comes, so a new member needs no change here. */
@RegisterRestClient(configKey = "campaign-service")
@Path("/v1")
@Produces("application/json")
interface CampaignService {
    @GET
    @Path("/campaigns/{id}")
    Uni<JsonNode> campaign(@HeaderParam("Authorization") String authorization,
            @HeaderParam("X-Request-Id") String requestId, @PathParam("id") UUID id);

    @GET
    @Path("/campaigns/{id}/kpis")
    Uni<JsonNode> kpis(@HeaderParam("Authorization") String authorization, @HeaderParam("X-Request-Id") String requestId,
            @PathParam("id") UUID id);

    @GET
    @Path("/posts")
    Uni<JsonNode> posts(@HeaderParam("Authorization") String authorization, @HeaderParam("X-Request-Id") String requestId,
            @QueryParam("campaignId") UUID campaignId, @QueryParam("approved") boolean approved,
            @QueryParam("limit") int limit);

    /** Asks for posts in full; their ids stand in the body, because there may be many. */
    @POST
    @Path("/posts/personal-data")
    @Consumes("application/json")
    Uni<JsonNode> personalData(@HeaderParam("Authorization") String authorization,
            @HeaderParam("X-Request-Id") String requestId, PostSelection selection);

    /** Which posts are asked for: 1 to 500. */
    record PostSelection(List<UUID> postIds) {}
}
