package io.groundswell.gateway.view;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** What a view asks creator-service. */
@RegisterRestClient(configKey = "creator-service")
@Path("/v1/creators")
@Produces("application/json")
interface CreatorService {
    @GET
    Uni<JsonNode> creators(@HeaderParam("Authorization") String authorization, @HeaderParam("X-Request-Id") String requestId,
            @QueryParam("campaignId") UUID campaignId, @QueryParam("sort") String sort, @QueryParam("limit") int limit);

    @GET
    @Path("/{id}/personal-data")
    Uni<JsonNode> personalData(@HeaderParam("Authorization") String authorization,
            @HeaderParam("X-Request-Id") String requestId, @PathParam("id") UUID creator);
}
