package io.groundswell.creator.audience;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

/** Audience quality over HTTP. */
@Path("/v1/creators/{id}/audience-quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audience", description = "Whether the people who follow an account chose to")
public class AudienceQualityResource {
    private final AudienceReport report;
    private final CurrentWorkspace current;

    AudienceQualityResource(AudienceReport report, CurrentWorkspace current) {
        this.report = report;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "getAudienceQuality", summary = "Judge the audience of a creator", description = """
            A probability with the reasons for it, for each account and for the creator, or NOT_ENOUGH_DATA with what is missing.             It is worked out anew each time from what is known of the accounts. It says how such accounts usually fare, not what             anybody did: do not decide on a person by it alone.""")
    @APIResponse(responseCode = "200", description = "What can be said of the audience", content = @Content(schema = @Schema(implementation = AudienceQualityView.class)))
    public Uni<AudienceQualityView> get(@PathParam("id") UUID id) {
        return report.of(current.get(), id);
    }
}
