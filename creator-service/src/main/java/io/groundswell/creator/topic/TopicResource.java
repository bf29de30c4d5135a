package io.groundswell.creator.topic;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.text.topic.Taxonomy;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** The taxonomy over HTTP. */
@Path("/v1/topics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Topics", description = "What content can be about, and the words by which that is known")
public class TopicResource {

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "getTopics", summary = "Get the taxonomy of topics", description = """
            Two levels, with names and keywords in English, Chinese (traditional and simplified), Spanish, German, French and \
            Japanese. The same for every workspace. No topic tells of health, religion, politics, origin or love life.""")
    @APIResponse(responseCode = "200", description = "The taxonomy", content = @Content(schema = @Schema(implementation = TaxonomyView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        // The first to ask waits for the file to be read, which is no work for an event loop.
        return Uni.createFrom().item(Taxonomy::standard)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(taxonomy -> answer(taxonomy, ifNoneMatch));
    }

    private static Response answer(Taxonomy taxonomy, @Nullable String ifNoneMatch) {
        EntityTag tag = new EntityTag(taxonomy.id() + "." + taxonomy.version());
        return Preconditions.notModified(ifNoneMatch, tag)
                ? Response.notModified().header(HttpHeaders.ETAG, tag).build()
                : Response.ok(TaxonomyView.of(taxonomy)).header(HttpHeaders.ETAG, tag).build();
    }
}
