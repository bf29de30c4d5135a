package io.groundswell.creator.segment;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.search.CreatorSearch;
import io.groundswell.creator.search.FacetChoice;
import io.groundswell.creator.search.SearchAnswer;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.patch.MergePatch;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Segments over HTTP. */
@Path("/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Segments", description = "Searches that are kept and stay live")
public class SegmentResource {
    private static final String PATH = "/v1/segments";

    private final Segments segments;
    private final SegmentIndex index;
    private final CreatorSearch search;
    private final CurrentWorkspace current;
    private final WorkspaceTransaction transaction;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    SegmentResource(Segments segments, SegmentIndex index, CreatorSearch search, CurrentWorkspace current,
            WorkspaceTransaction transaction, Idempotency idempotency, MergePatch mergePatch) {
        this.segments = segments;
        this.index = index;
        this.search = search;
        this.current = current;
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createSegment", summary = "Keep a search", description = """
            The criteria are those of `GET /v1/creators/search`, with lists where a parameter may come several times.""")
    @APIResponse(responseCode = "201", description = "The segment; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, SegmentDraft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST " + PATH, draft),
                () -> segments.create(workspace, draft).map(Segment::view)
                        .map(segment -> Response.created(URI.create(PATH + "/" + segment.id()))
                                .header(HttpHeaders.ETAG, segment.tag()).entity(segment).build()));
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listSegments", summary = "List segments, the last created first")
    @APIResponse(responseCode = "200", description = "A page of segments", content = @Content(schema = @Schema(implementation = SegmentPage.class)))
    public Uni<Page<SegmentView>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return index.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getSegment", summary = "Get a segment")
    @APIResponse(responseCode = "200", description = "The segment", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return index.get(current.get(), id).map(segment -> Preconditions.notModified(ifNoneMatch, segment.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, segment.tag()).build()
                : shown(segment));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("creators:write")
    @Operation(operationId = "reviseSegment", summary = "Change a segment", description = """
            JSON Merge Patch (RFC 7396).""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = SegmentDraft.class)))
    @APIResponse(responseCode = "200", description = "The segment as it is now", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, JsonNode patch) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "PATCH " + PATH + "/" + id, patch),
                () -> segments.revise(workspace, id, ifMatch, draft -> mergePatch.apply(draft, patch, SegmentDraft.class))
                        .map(segment -> shown(segment.view())));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("creators:write")
    @Operation(operationId = "deleteSegment", summary = "Delete a segment", description = """
            The creators who belong to it stay as they are.""")
    @APIResponse(responseCode = "204", description = "The segment is gone")
    public Uni<Response> delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Workspace workspace = current.get();
        return transaction.run(workspace, () -> segments.delete(workspace, id, ifMatch)).map(_ -> Response.noContent().build());
    }

    @GET
    @Path("/{id}/creators")
    @RolesAllowed("creators:read")
    @Operation(operationId = "listSegmentCreators", summary = "List those who belong to a segment now", description = """
            Runs the search as it is kept. A cursor is good until the segment's criteria change.""")
    @APIResponse(responseCode = "200", description = "A page of creators", content = @Content(schema = @Schema(implementation = SearchAnswer.class)))
    public Uni<SearchAnswer> creators(@PathParam("id") UUID id,
            @Parameter(description = "Facets to count, separated by commas: tier, network, topic, country, language, stage, kind, discoveredVia, tag, campaignId", example = "tier,network") //
            @QueryParam("facets") @Nullable String facets,
            @Parameter(description = "Whether to say how many belong to it, as far as the index knows", example = "true") //
            @QueryParam("total") @Nullable Boolean total, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Workspace workspace = current.get();
        var wish = new CreatorSearch.Wish(FacetChoice.of(facets), Boolean.TRUE.equals(total));
        return index.get(workspace, id).chain(segment -> search.search(workspace, segment.criteria(), wish,
                Limit.orDefault(limit), cursor, CursorScope.of(workspace.key(), "listSegmentCreators").with("id", id)));
    }

    private static Response shown(SegmentView segment) {
        return Response.ok(segment).header(HttpHeaders.ETAG, segment.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "SegmentPage")
    private record SegmentPage(List<SegmentView> items, PageLinks page) {}
}
