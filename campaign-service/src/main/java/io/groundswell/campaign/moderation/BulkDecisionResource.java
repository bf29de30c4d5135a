package io.groundswell.campaign.moderation;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostState;
import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Decisions on many posts over HTTP. */
@Path("/v1/posts/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts")
public class BulkDecisionResource {
    private final BulkDecisions decisions;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final PublicReads publicReads;

    BulkDecisionResource(BulkDecisions decisions, CurrentWorkspace current, Idempotency idempotency, PublicReads publicReads) {
        this.decisions = decisions;
        this.current = current;
        this.idempotency = idempotency;
        this.publicReads = publicReads;
    }

    @POST
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "decidePosts", summary = "Approve, reject or quarantine up to 500 posts", description = """
            In one transaction. Tells for each post, in order, what became of it; those that cannot be decided on do not keep \
            others from it. What a person decided, no rule and no later ingest changes.""")
    @APIResponse(responseCode = "200", description = "What became of each", content = @Content(schema = @Schema(implementation = DecisionReport.class)))
    public Uni<Response> decide(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, BulkDecision decision) {
        Workspace workspace = current.get();
        String by = current.subject();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST /v1/posts/decisions", decision),
                transaction -> decisions.decide(transaction, workspace, decision, by)
                        .map(outcomes -> Response.ok(new DecisionReport(outcomes)).build()))
                .call(() -> decision.decision() == PostState.APPROVED ? Uni.createFrom().voidItem() : publicReads.settled());
    }

    /** What became of many posts. */
    @Schema(name = "BulkDecisionReport")
    private record DecisionReport(
            @Schema(required = true, description = "One for each post, in order") List<BulkDecision.Outcome> items) {}
}
