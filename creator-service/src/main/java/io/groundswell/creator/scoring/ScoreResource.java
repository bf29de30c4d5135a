package io.groundswell.creator.scoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;

/** Scores of many creators, and of none. */
@Path("/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fit scores", description = "How well creators fit what a brand looks for, with every point explained")
public class ScoreResource {
    private final Scores scores;
    private final CurrentWorkspace current;

    ScoreResource(Scores scores, CurrentWorkspace current) {
        this.scores = scores;
        this.current = current;
    }

    @POST
    @RolesAllowed("creators:read")
    @Operation(operationId = "rankCreators", summary = "Rank creators by how well they fit", description = """
            Scores up to 1000 creators and stores nothing. Who opted out or is not known is listed without a score.""")
    @APIResponse(responseCode = "200", description = "The ranking", content = @Content(schema = @Schema(implementation = ScoreRanking.class)))
    public Uni<ScoreRanking> rank(ScoreRequest request) {
        return scores.rank(current.get(), request);
    }

    @POST
    @Path("/verify")
    @NonBlocking
    @RolesAllowed("creators:read")
    @Operation(operationId = "verifyScore", summary = "Verify an exported score", description = """
            Takes an answer of getCreatorScore, unchanged, and computes it again from its own `inputs` and `profile`, without any \
            stored data: what differs is named. It proves that the figures follow from the inputs, not that the inputs are true; \
            compare `digests.model` with the published model and `digests.profile` with the profile's version.""")
    @APIResponse(responseCode = "200", description = "Whether it holds", content = @Content(schema = @Schema(implementation = ScoreVerification.class)))
    public ScoreVerification verify(FitScore exported) {
        return ScoreVerification.of(exported);
    }
}
