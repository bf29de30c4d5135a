package io.groundswell.gateway.view;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A campaign with what the services know about it. */
@Schema(name = "CampaignView", requiredProperties = {"id", "asOf", "parts"})
record CampaignView(@Schema(description = "The campaign's id") UUID id,
        @Schema(description = "When this view was made") Instant asOf, Parts parts) {

    /** The parts; one that was not asked for is absent. The contract's merge resolves {@code x-data-of}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CampaignViewParts")
    record Parts(
            @Schema(description = "The campaign", extensions = @Extension(name = "x-data-of", value = "/v1/campaigns/{id}")) @Nullable Part campaign,
            @Schema(description = "Its agreed metrics and their figures", extensions = @Extension(name = "x-data-of", value = "/v1/campaigns/{id}/kpis")) @Nullable Part kpis,
            @Schema(description = "The five creators with most posts", extensions = @Extension(name = "x-data-of", value = "/v1/creators")) @Nullable Part topCreators,
            @Schema(description = "The five newest approved posts", extensions = @Extension(name = "x-data-of", value = "/v1/posts")) @Nullable Part newestPosts,
            @Schema(description = "What employees shared and what came of it", extensions = @Extension(name = "x-data-of", value = "/v1/share-totals")) @Nullable Part employeeShares) {

        static Parts of(Map<PartName, Part> parts) {
            return new Parts(parts.get(PartName.CAMPAIGN), parts.get(PartName.KPIS), parts.get(PartName.TOP_CREATORS),
                    parts.get(PartName.NEWEST_POSTS), parts.get(PartName.EMPLOYEE_SHARES));
        }
    }
}
