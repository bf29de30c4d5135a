package io.groundswell.campaign.gallery.display;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.gallery.PublicId;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.precondition.Preconditions;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Published collections, for everyone. What {@link PublicRoute} knows it answers before. */
@Path("/v1/public/collections/{publicId}")
@PermitAll
@Tag(name = "Public collections", description = "What everyone may read, without a token")
public class PublicCollectionResource {
    private static final String ID = "Public id of the collection";
    private static final String EXAMPLE = "7hRkT2qXbM9vWc4DnE6sYg";
    private static final String SHOWN = """
            Shows what is publishable and granted for the collection's channel and territory at this moment. Whoever takes \
            something back is answered when no later read shows it. Copies must be revalidated before each use \
            (`Cache-Control: no-cache`), which the entity tag makes cheap. Every web page may read it.""";
    private static final String NOT_MODIFIED = "Nothing has changed since the version in If-None-Match";

    private final Answers answers;

    PublicCollectionResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getPublicCollection", summary = "Read a published collection", description = SHOWN)
    @APIResponse(responseCode = "200", description = "A page of the collection, in its order", content = @Content(schema = @Schema(implementation = PublicCollection.class)))
    @APIResponse(responseCode = "304", description = NOT_MODIFIED)
    public Uni<Response> json(
            @Parameter(description = ID, example = EXAMPLE, schema = @Schema(pattern = PublicId.PATTERN, type = SchemaType.STRING)) @PathParam("publicId") String publicId,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch, @Context RoutingContext context) {
        return answer(new PublicRead(publicId, Format.JSON, Limit.orDefault(limit), cursor), ifNoneMatch, context);
    }

    @GET
    @Path("/rss")
    @Produces("application/rss+xml")
    @Operation(operationId = "readCollectionAsRss", summary = "Follow a published collection by RSS 2.0", description = SHOWN)
    @APIResponse(responseCode = "200", description = "The beginning of the collection", content = @Content(mediaType = "application/rss+xml", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = NOT_MODIFIED)
    public Uni<Response> rss(
            @Parameter(description = ID, example = EXAMPLE, schema = @Schema(pattern = PublicId.PATTERN, type = SchemaType.STRING)) @PathParam("publicId") String publicId,
            @QueryParam("limit") @Nullable Limit limit, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context RoutingContext context) {
        return answer(new PublicRead(publicId, Format.RSS, Limit.orDefault(limit), null), ifNoneMatch, context);
    }

    @GET
    @Path("/atom")
    @Produces("application/atom+xml")
    @Operation(operationId = "readCollectionAsAtom", summary = "Follow a published collection by Atom", description = SHOWN)
    @APIResponse(responseCode = "200", description = "The beginning of the collection", content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = NOT_MODIFIED)
    public Uni<Response> atom(
            @Parameter(description = ID, example = EXAMPLE, schema = @Schema(pattern = PublicId.PATTERN, type = SchemaType.STRING)) @PathParam("publicId") String publicId,
            @QueryParam("limit") @Nullable Limit limit, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context RoutingContext context) {
        return answer(new PublicRead(publicId, Format.ATOM, Limit.orDefault(limit), null), ifNoneMatch, context);
    }

    @GET
    @Path("/json-feed")
    @Produces("application/feed+json")
    @Operation(operationId = "readCollectionAsJsonFeed", summary = "Follow a published collection by JSON Feed 1.1", description = SHOWN)
    @APIResponse(responseCode = "200", description = "A page of the collection", content = @Content(mediaType = "application/feed+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = NOT_MODIFIED)
    public Uni<Response> jsonFeed(
            @Parameter(description = ID, example = EXAMPLE, schema = @Schema(pattern = PublicId.PATTERN, type = SchemaType.STRING)) @PathParam("publicId") String publicId,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch, @Context RoutingContext context) {
        return answer(new PublicRead(publicId, Format.JSON_FEED, Limit.orDefault(limit), cursor), ifNoneMatch, context);
    }

    private Uni<Response> answer(PublicRead read, @Nullable String ifNoneMatch, RoutingContext context) {
        return answers.find(read, PublicRoute.arrivedAt(context)).map(content -> {
            Answer.Encoded encoded = PublicHeaders.encoded(content, context.request());
            Response.ResponseBuilder response = Preconditions.notModified(ifNoneMatch, encoded.tag())
                    ? Response.notModified()
                    : Response.ok(encoded.array()).type(content.contentType().toString())
                            .header(HttpHeaders.CONTENT_ENCODING, encoded == content.zipped() ? "gzip" : null)
                            .header(PublicHeaders.CONTENT_TYPE_OPTIONS.toString(), PublicHeaders.NO_SNIFF);
            return response.header(HttpHeaders.ETAG, encoded.tag())
                    .header(HttpHeaders.CACHE_CONTROL, PublicHeaders.REVALIDATE)
                    .header(HttpHeaders.VARY, PublicHeaders.BY_ENCODING).build();
        });
    }
}
