package io.groundswell.campaign.listening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Trying a post before anything is ingested. */
@Path("/v1/posts/preview")
@Tag(name = "Posts")
public class PreviewResource {
    private final Previews previews;
    private final CurrentWorkspace current;

    PreviewResource(Previews previews, CurrentWorkspace current) {
        this.previews = previews;
        this.current = current;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "previewPost", summary = "See what ingest would make of a post", description = """
            Takes one post in any of the shapes that ingestPosts takes and tells what would be understood: hashtags, mentions, \
            links, language, labels with their evidence, the live campaigns it belongs to with the terms that say so, and \
            what the moderation rules decide on it with the rule and its evidence. \
            Nothing is stored and nobody is told. Whether the post is known already is not looked at.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(name = "neutral", value = """
            {"network":"INSTAGRAM","id":"1790","publishedAt":"2026-05-04T09:30:00Z","text":"#ad First flat white of the year #SpringRoast","author":{"handle":"mila.pours","followers":4200}}""")))
    @APIResponse(responseCode = "200", description = "What would become of it", content = @Content(schema = @Schema(implementation = PostPreview.class)))
    public Uni<PostPreview> preview(JsonNode payload) {
        return previews.of(current.get(), payload);
    }
}
