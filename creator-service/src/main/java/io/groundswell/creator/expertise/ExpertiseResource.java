package io.groundswell.creator.expertise;

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

import io.groundswell.creator.topic.CreatorTexts;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.text.expertise.ExpertiseCues;
import io.groundswell.text.topic.Taxonomy;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** A creator's expertise over HTTP. */
@Path("/v1/creators/{id}/expertise")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Expertise", description = "What creators are to the subjects of their content")
public class ExpertiseResource {
    private final CreatorTexts texts;
    private final CurrentWorkspace current;

    ExpertiseResource(CreatorTexts texts, CurrentWorkspace current) {
        this.texts = texts;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "getCreatorExpertise", summary = "Get what a creator is to their subjects", description = """
            Read from the bios of the creator's accounts by cues in seven languages; each kind comes with the text that supports \
            it. Nobody has checked what a bio says.""")
    @APIResponse(responseCode = "200", description = "The creator's expertise", content = @Content(schema = @Schema(implementation = CreatorExpertise.class)))
    public Uni<CreatorExpertise> get(@PathParam("id") UUID id) {
        // Reading text, and the lists of words at the first call, is no work for an event loop.
        return texts.ofCreator(current.get(), id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(accounts -> CreatorExpertise.of(ExpertiseCues.standard(), Taxonomy.standard(), accounts));
    }
}
