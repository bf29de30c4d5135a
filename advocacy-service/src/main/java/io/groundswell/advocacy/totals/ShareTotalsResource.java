package io.groundswell.advocacy.totals;

import java.util.UUID;

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

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** What sharing brought, over HTTP. */
@Path("/v1/share-totals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Share totals", description = "What sharing brought a campaign")
public class ShareTotalsResource {
    private final ShareTotalsReport report;
    private final CurrentWorkspace current;

    ShareTotalsResource(ShareTotalsReport report, CurrentWorkspace current) {
        this.report = report;
        this.current = current;
    }

    @GET
    @RolesAllowed("advocacy:read")
    @Operation(operationId = "getShareTotals", summary = "Get what sharing brought a campaign", description = """
            People, shares and clicks of a campaign; zeros for a campaign that nobody shared. Clicks by robots and repeats by \
            the same visitor on the same link within 30 minutes are not in `clicks` but in `clicksExcluded`. A network that \
            fewer than five people shared on is named without figures.""")
    @APIResponse(responseCode = "200", description = "The totals", content = @Content(schema = @Schema(implementation = ShareTotals.class)))
    public Uni<ShareTotals> get(
            @Parameter(required = true, description = "The campaign that was shared", example = "0199c59f-0000-7000-8000-000000000001") @QueryParam("campaignId") @Nullable UUID campaignId) {
        if (campaignId == null) {
            throw ProblemException.parameter("campaignId", "required", "campaignId is required.");
        }
        return report.read(current.get(), campaignId);
    }
}
