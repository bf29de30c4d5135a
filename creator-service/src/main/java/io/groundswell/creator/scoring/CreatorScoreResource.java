package io.groundswell.creator.scoring;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** The score of one creator. */
@Path("/v1/creators/{id}/score")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fit scores", description = "How well creators fit what a brand looks for, with every point explained")
public class CreatorScoreResource {
    private final Scores scores;
    private final CurrentWorkspace current;

    CreatorScoreResource(Scores scores, CurrentWorkspace current) {
        this.scores = scores;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "getCreatorScore", summary = "Get a creator's score with every point explained", description = """
            Computed from what is known now. The answer is its own evidence: kept as it is, it can be verified later by \
            verifyScore, or by anyone who can add. Refused with 409 `creator-not-scored` for people who opted out or were erased.""")
    @APIResponse(responseCode = "200", description = "The score", content = @Content(schema = @Schema(implementation = FitScore.class)))
    public Uni<FitScore> get(@PathParam("id") UUID id,
            @Parameter(description = "Id of the customer profile", required = true, example = "01a20850-0000-7000-8000-000000000401") @QueryParam("profileId") @Nullable UUID profileId,
            @Parameter(description = "Its version; default: the latest", example = "0") @QueryParam("profileVersion") @Nullable Long profileVersion) {
        if (profileId == null) {
            throw ProblemException.parameter("profileId", "required", "Name the customer profile to score by.");
        }
        return scores.of(current.get(), id, profileId, profileVersion);
    }
}
