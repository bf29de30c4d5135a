package io.groundswell.campaign.post;

import java.util.List;
import java.util.UUID;

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

import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** What is kept of one person's posts, over HTTP. */
@Path("/v1/posts/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts", description = "What people published: ingest, look, decide")
public class PersonalDataResource {
    private final Posts posts;
    private final CurrentWorkspace current;

    PersonalDataResource(Posts posts, CurrentWorkspace current) {
        this.posts = posts;
        this.current = current;
    }

    @POST
    @RolesAllowed("admin")
    @Operation(operationId = "exportPostsPersonalData", summary = "Export what campaign-service keeps on a person's posts", description = """
            Art. 15 GDPR. Whose posts they are, creator-service knows; `GET /v1/creator-views/{id}/personal-data` of the gateway \
            asks for all of them. Nothing is changed. Posts that are not kept are left out.""")
    @APIResponse(responseCode = "200", description = "The posts in full, as far as they are kept", content = @Content(schema = @Schema(implementation = PostsData.class)))
    public Uni<PostsData> export(PostSelection selection) {
        return posts.all(current.get(), selection.postIds()).map(PostsData::new);
    }

    /** Which posts are asked for. */
    public record PostSelection(@Schema(required = true, description = "1 to 500 posts") List<UUID> postIds) {
        private static final int MOST = 500;

        public PostSelection {
            postIds = List.copyOf(InvalidValue.require(postIds, "postIds"));
            if (postIds.isEmpty() || postIds.size() > MOST) {
                throw new InvalidValue("postIds", "out-of-range", "Name 1 to %d posts.".formatted(MOST));
            }
        }
    }

    /** Posts in full. */
    @Schema(name = "PostsPersonalData")
    public record PostsData(List<PostView> items) {}
}
