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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** Posts over HTTP. */
@Path("/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts", description = "What people published: ingest, look, decide")
public class PostResource {
    private final Posts posts;
    private final CurrentWorkspace current;

    PostResource(Posts posts, CurrentWorkspace current) {
        this.posts = posts;
        this.current = current;
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listPosts", summary = "List posts, newest published first")
    @APIResponse(responseCode = "200", description = "A page of posts", content = @Content(schema = @Schema(implementation = PostPage.class)))
    public Uni<Page<PostView>> list(
            @Parameter(description = "Only posts of this campaign") @QueryParam("campaignId") @Nullable UUID campaignId,
            @Parameter(description = "Only posts in this state") @QueryParam("state") @Nullable PostState state,
            @Parameter(description = "Only posts of this network") @QueryParam("network") @Nullable Network network,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return posts.page(current.get(), new Posts.Filter(campaignId, state, network), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getPost", summary = "Get a post")
    @APIResponse(responseCode = "200", description = "The post", content = @Content(schema = @Schema(implementation = PostView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return posts.get(current.get(), id).map(post -> Preconditions.notModified(ifNoneMatch, tag(post))
                ? Response.notModified().header(HttpHeaders.ETAG, tag(post)).build()
                : shown(post));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "approvePost", summary = "Approve a post")
    @APIResponse(responseCode = "200", description = "The approved post", content = @Content(schema = @Schema(implementation = PostView.class)))
    public Uni<Response> approve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return posts.decide(current.get(), id, ifMatch, new Posts.Decision(PostState.APPROVED, null, current.subject()))
                .map(PostResource::shown);
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "rejectPost", summary = "Reject a post")
    @APIResponse(responseCode = "200", description = "The rejected post", content = @Content(schema = @Schema(implementation = PostView.class)))
    public Uni<Response> reject(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            Rejection rejection) {
        return posts.decide(current.get(), id, ifMatch,
                new Posts.Decision(PostState.REJECTED, rejection.reason(), current.subject())).map(PostResource::shown);
    }

    private static Response shown(PostView post) {
        return Response.ok(post).header(HttpHeaders.ETAG, tag(post)).build();
    }

    private static EntityTag tag(PostView post) {
        return EntityTag.of(post.id(), post.version());
    }

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

    /** Names the page in the contract. */
    @Schema(name = "PostPage")
    private record PostPage(List<PostView> items, PageLinks page) {}
}
