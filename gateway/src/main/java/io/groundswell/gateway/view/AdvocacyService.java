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

/** What a view asks advocacy-service. */
@RegisterRestClient(configKey = "advocacy-service")
@Path("/v1")
@Produces("application/json")
interface AdvocacyService {
    @GET
    @Path("/share-totals")
    Uni<JsonNode> shareTotals(@HeaderParam("Authorization") String authorization,
            @HeaderParam("X-Request-Id") String requestId, @QueryParam("campaignId") UUID campaignId);

    @GET
    @Path("/employees/{id}/personal-data")
    Uni<JsonNode> personalData(@HeaderParam("Authorization") String authorization,
            @HeaderParam("X-Request-Id") String requestId, @PathParam("id") UUID employee);
}
