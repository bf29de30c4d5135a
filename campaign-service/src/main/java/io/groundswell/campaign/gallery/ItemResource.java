package io.groundswell.campaign.gallery;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** What collections are made of, over HTTP. */
@Path("/v1/collections/{id}/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collections")
public class ItemResource {
    private static final String POST_ID = "Id of the post";
    private static final String EXAMPLE_POST = "0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a";

    private final Items items;
    private final CurrentWorkspace current;

    ItemResource(Items items, CurrentWorkspace current) {
        this.items = items;
        this.current = current;
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listCollectionItems", summary = "List what a collection is made of", description = """
            Also what is not shown, because it waits for a decision or for rights. The post that arrived last comes first, \
            whatever the order in which the public sees them.""")
    @APIResponse(responseCode = "200", description = "A page of items", content = @Content(schema = @Schema(implementation = ItemPage.class)))
    public Uni<Page<ItemView>> list(@PathParam("id") UUID id, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return items.page(current.get(), id, Limit.orDefault(limit), cursor);
    }

    @POST
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "addCollectionItems", summary = "Add posts to a collection", description = """
            Tells for each, in order, whether it was added, was there before or is not known. They are shown once they are \
            approved and their authors granted rights. To a collection of a campaign, this brings back what was left out. \
            Adding them again changes nothing.""")
    @APIResponse(responseCode = "200", description = "What became of each", content = @Content(schema = @Schema(implementation = ItemReport.class)))
    public Uni<Response> add(@PathParam("id") UUID id, ItemSelection selection) {
        return items.add(current.get(), id, selection).map(outcomes -> Response.ok(new ItemReport(outcomes)).build());
    }

    @DELETE
    @Path("/{postId}")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "removeCollectionItem", summary = "Remove a post from a collection", description = """
            Leaves it out of a collection of a campaign. Succeeds as well when it is not in the collection. Once answered, no \
            later public read of the collection shows it.""")
    @APIResponse(responseCode = "204", description = "The post is not in the collection")
    public Uni<Response> remove(@PathParam("id") UUID id,
            @Parameter(description = POST_ID, example = EXAMPLE_POST) @PathParam("postId") UUID postId) {
        return items.remove(current.get(), id, postId).map(_ -> Response.noContent().build());
    }

    @PUT
    @Path("/{postId}/pin")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "pinCollectionItem", summary = "Pin a post in its place", description = """
            Counts in the orders that begin with what is pinned.""")
    @APIResponse(responseCode = "200", description = "The item", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Uni<ItemView> pin(@PathParam("id") UUID id,
            @Parameter(description = POST_ID, example = EXAMPLE_POST) @PathParam("postId") UUID postId, Pin pin) {
        return items.pin(current.get(), id, postId, pin);
    }

    @DELETE
    @Path("/{postId}/pin")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "removeCollectionItemPin", summary = "Unpin a post")
    @APIResponse(responseCode = "200", description = "The item", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Uni<ItemView> unpin(@PathParam("id") UUID id,
            @Parameter(description = POST_ID, example = EXAMPLE_POST) @PathParam("postId") UUID postId) {
        return items.pin(current.get(), id, postId, null);
    }

    @PUT
    @Path("/{postId}/products")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "replaceCollectionItemProducts", summary = "Say which products a post shows", description = """
            Replaces what was said before. Addresses must be https and lead to the public internet.""")
    @APIResponse(responseCode = "200", description = "The item", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Uni<ItemView> tag(@PathParam("id") UUID id,
            @Parameter(description = POST_ID, example = EXAMPLE_POST) @PathParam("postId") UUID postId, ProductTags tags) {
        return items.tag(current.get(), id, postId, tags);
    }

    /** What became of a selection. */
    @Schema(name = "CollectionItemReport")
    private record ItemReport(@Schema(description = "One for each post, in order") List<ItemOutcome> items) {}

    /** Names the page in the contract. */
    @Schema(name = "CollectionItemPage")
    private record ItemPage(List<ItemView> items, PageLinks page) {}
}
