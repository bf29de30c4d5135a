package io.groundswell.campaign.measurement;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** A campaign's figures over HTTP. */
@Path("/v1/campaigns/{id}/kpis")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Measurement", description = "What came of a campaign, beside what was agreed")
public class KpiResource {
    private final KpiReports reports;
    private final CurrentWorkspace current;

    KpiResource(KpiReports reports, CurrentWorkspace current) {
        this.reports = reports;
        this.current = current;
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getCampaignKpis", summary = "Measure a campaign's KPIs", description = """
            Each agreed metric with its target and its figure now. HASHTAG_POSTS counts posts that carry one of the campaign's \
            hashtags and still exist at their source; HASHTAG_AUTHORS their distinct accounts; ENGAGEMENT_RATE is the median over \
            those of them that can be measured: (likes + comments + shares) / views on TikTok and YouTube, / impressions (else \
            followers) on X and LinkedIn, / followers on Mastodon, Bluesky and other networks; (likes + comments) / followers on \
            Instagram and Facebook. Hidden likes or an unknown audience leave a post out and are counted in `parts`.""")
    @APIResponse(responseCode = "200", description = "The figures")
    public Uni<KpiReport> get(@PathParam("id") UUID id) {
        return reports.report(current.get(), id);
    }
}
