package io.groundswell.creator.metrics;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** Engagement over HTTP. */
@Path("/v1/creators/{id}/engagement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics", description = "What accounts' figures were, and how people react to what they post")
public class EngagementResource {
    private final CreatorEngagements engagements;
    private final CurrentWorkspace current;

    EngagementResource(CreatorEngagements engagements, CurrentWorkspace current) {
        this.engagements = engagements;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "getEngagement", summary = "Get a creator's engagement", description = """
            Made of the posts that matched campaigns, or else of the latest snapshot with reactions. A small sample, of few posts or \
            of an account with few followers, is drawn to what is usual for the network and tier; every rate has a 95 % interval. \
            What cannot be measured is null with its reason.""")
    @APIResponse(responseCode = "200", description = "The rates of the creator's accounts", content = @Content(schema = @Schema(implementation = CreatorEngagement.class)))
    public Uni<CreatorEngagement> get(@PathParam("id") UUID id, @BeanParam EngagementFilter filter) {
        return engagements.get(current.get(), id, filter);
    }
}
