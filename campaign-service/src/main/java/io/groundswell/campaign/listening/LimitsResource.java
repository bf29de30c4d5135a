package io.groundswell.campaign.listening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What networks do not tell or permit. */
@Path("/v1/listening/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Listening")
public class LimitsResource {
    private static final String FILE = "/listening/limits.json";

    private final List<NetworkLimit> limits;

    LimitsResource(ObjectMapper json) {
        try (InputStream in = LimitsResource.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            this.limits = json.readValue(in, new TypeReference<List<NetworkLimit>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getListeningLimits", summary = "Get what networks do not tell or permit", description = """
            So that nobody waits for what cannot come. Each limit has its source and the day on which it was looked up.""")
    @APIResponse(responseCode = "200", description = "The limits", content = @Content(schema = @Schema(implementation = NetworkLimits.class)))
    public NetworkLimits limits(
            @Parameter(description = "Only those of this network", example = "INSTAGRAM") @QueryParam("network") @Nullable Network network) {
        return new NetworkLimits(
                limits.stream().filter(limit -> network == null || limit.network() == network).toList());
    }

    /** All there are; they are few. */
    @Schema(name = "NetworkLimits")
    public record NetworkLimits(List<NetworkLimit> items) {}
}
