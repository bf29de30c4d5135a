package io.groundswell.creator.topic;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.text.topic.Taxonomy;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** A creator's topics over HTTP. */
@Path("/v1/creators/{id}/topics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Topics", description = "What content can be about, and the words by which that is known")
public class CreatorTopicsResource {
    private final CreatorTexts texts;
    private final CurrentWorkspace current;

    CreatorTopicsResource(CreatorTexts texts, CurrentWorkspace current) {
        this.texts = texts;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "getCreatorTopics", summary = "Get what a creator makes content about", description = """
            Read from the bios of the creator's accounts and the hashtags of their posts, each topic with its evidence. Worked \
            out when asked for, by the taxonomy of the day. The language of each account is the one that its profile or network \
            tells; where none does, it is detected from the bio.""")
    @APIResponse(responseCode = "200", description = "The creator's topics", content = @Content(schema = @Schema(implementation = CreatorTopicsView.class)))
    public Uni<CreatorTopicsView> get(@PathParam("id") UUID id) {
        // Reading the text of many accounts, and the taxonomy at the first call, is no work for an event loop.
        return texts.ofCreator(current.get(), id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(accounts -> CreatorTopicsView.of(Taxonomy.standard(), accounts));
    }
}
