package io.groundswell.campaign.rights.request;

import java.util.List;

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

import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Replies over HTTP. */
@Path("/v1/rights-replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class ReplyResource {
    private final Replies replies;
    private final PublicReads publicReads;
    private final CurrentWorkspace current;

    ReplyResource(Replies replies, PublicReads publicReads, CurrentWorkspace current) {
        this.replies = replies;
        this.publicReads = publicReads;
        this.current = current;
    }

    @POST
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "recordRightsReplies", summary = "Bring replies of authors", description = """
            A reply grants what was asked when it is by the author of the post, was published after the request was sent, has the \
            approval hashtag and the brand's mention, and was not edited or deleted. Bring a reply again when it was edited or \
            deleted: if it had granted, the grant ends. Bringing the same again changes nothing, so a request that was cut off is \
            simply repeated. All are taken in one transaction.""")
    @APIResponse(responseCode = "200", description = "What became of each reply, in order", content = @Content(schema = @Schema(implementation = ReplyOutcomes.class)))
    public Uni<ReplyOutcomes> record(ReplyBatch batch) {
        Workspace workspace = current.get();
        return publicReads.write(workspace, transaction -> replies.take(transaction, workspace, batch.items()))
                .map(ReplyOutcomes::new);
    }

    /** Replies as networks tell them. */
    @Schema(name = "RightsReplies")
    public record ReplyBatch(@Schema(required = true, description = "1 to 500 replies") List<Reply> items) {
        private static final int MOST = 500;

        public ReplyBatch {
            items = List.copyOf(InvalidValue.require(items, "items"));
            if (items.isEmpty() || items.size() > MOST) {
                throw new InvalidValue("items", "out-of-range", "Bring 1 to %d replies.".formatted(MOST));
            }
        }
    }

    /** What became of replies. */
    @Schema(name = "RightsReplyOutcomes")
    public record ReplyOutcomes(List<ReplyOutcome> items) {}
}
