package io.groundswell.campaign.post;

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
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** Posts over HTTP. */
@Path("/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Posts", description = "What people published: ingest, look, decide")
public class PostResource {
    private final Posts posts;
    private final Takedowns takedowns;
    private final CurrentWorkspace current;

    PostResource(Posts posts, Takedowns takedowns, CurrentWorkspace current) {
        this.posts = posts;
        this.takedowns = takedowns;
        this.current = current;
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listPosts", summary = "List posts, newest published first")
    @APIResponse(responseCode = "200", description = "A page of posts", content = @Content(schema = @Schema(implementation = PostPage.class)))
    public Uni<Page<PostView>> list(
            @Parameter(description = "Only posts of this campaign") @QueryParam("campaignId") @Nullable UUID campaignId,
            @Parameter(description = "Only posts in this state") @QueryParam("state") @Nullable PostState state,
            @Parameter(description = "Only posts that were approved, however far they have come since: APPROVED, PUBLISHABLE or PUBLISHED") @QueryParam("approved") @Nullable Boolean approved,
            @Parameter(description = "Only posts of this network") @QueryParam("network") @Nullable Network network,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return posts.page(current.get(), new Posts.Filter(campaignId, state, approved, network), Limit.orDefault(limit),
                cursor);
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
    @Path("/{id}/take-down")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "takeDownPost", summary = "Take a post down everywhere, for ever", description = """
            For complaints of authors, people shown, or authorities. The post disappears from collections and lists before the \
            answer is sent; its content is not kept, the reason is. It stays down when its source is ingested again.""")
    @APIResponse(responseCode = "200", description = "What is left of the post", content = @Content(schema = @Schema(implementation = PostView.class)))
    public Uni<Response> takeDown(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return takedowns.takeDown(current.get(), id, ifMatch).map(PostResource::shown);
    }

    private static Response shown(PostView post) {
        return Response.ok(post).header(HttpHeaders.ETAG, tag(post)).build();
    }

    private static EntityTag tag(PostView post) {
        return EntityTag.of(post.id(), post.version());
    }

    /** Names the page in the contract. */
    @Schema(name = "PostPage")
    private record PostPage(List<PostView> items, PageLinks page) {}
}
