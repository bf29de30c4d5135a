package io.groundswell.campaign.moderation;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostState;
import io.groundswell.campaign.post.PostView;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** What people decide on posts, over HTTP. */
@Path("/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts")
public class DecisionResource {
    private final Decisions decisions;
    private final DecisionLog log;
    private final CurrentWorkspace current;

    DecisionResource(Decisions decisions, DecisionLog log, CurrentWorkspace current) {
        this.decisions = decisions;
        this.log = log;
        this.current = current;
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "approvePost", summary = "Approve a post")
    @APIResponse(responseCode = "200", description = "The approved post", content = @Content(schema = @Schema(implementation = PostView.class)))
    public Uni<Response> approve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return decisions.decide(current.get(), id, ifMatch, new Decision(PostState.APPROVED, null, current.subject()))
                .map(DecisionResource::shown);
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "rejectPost", summary = "Reject a post")
    @APIResponse(responseCode = "200", description = "The rejected post", content = @Content(schema = @Schema(implementation = PostView.class)))
    public Uni<Response> reject(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            Rejection rejection) {
        return decisions.decide(current.get(), id, ifMatch,
                new Decision(PostState.REJECTED, rejection.reason(), current.subject())).map(DecisionResource::shown);
    }

    @GET
    @Path("/{id}/decisions")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listPostDecisions", summary = "List the decisions on a post, the last first", description = """
            By people and by rules. Nobody can change or delete what is listed; what it quotes of a post is forgotten when the             post is withdrawn, and what it says of people when its author is erased.""")
    @APIResponse(responseCode = "200", description = "A page of decisions", content = @Content(schema = @Schema(implementation = DecisionPage.class)))
    public Uni<Page<DecisionView>> list(@PathParam("id") UUID id, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return log.page(current.get(), id, Limit.orDefault(limit), cursor);
    }

    private static Response shown(PostView post) {
        return Response.ok(post).header(HttpHeaders.ETAG, EntityTag.of(post.id(), post.version())).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "PostDecisionPage")
    private record DecisionPage(List<DecisionView> items, PageLinks page) {}

    /** Why a post is rejected. */
    public record Rejection(
            @Schema(description = "1 to 500 characters, kept with the post", examples = "Competitor in the picture", required = true) String reason) {
        private static final int LONGEST = 500;

        public Rejection {
            if (InvalidValue.require(reason, "reason").isBlank() || reason.length() > LONGEST || reason.indexOf('\0') >= 0) {
                throw new InvalidValue("reason", "invalid-reason", "Must be 1 to %d characters.".formatted(LONGEST));
            }
        }
    }
}
