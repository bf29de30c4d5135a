package io.groundswell.creator.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** How far imports have come. */
@Path("/v1/imports/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "How far imports that carry a key have come")
public class ImportProgressResource {
    private final ImportProgress progress;
    private final CurrentWorkspace current;

    ImportProgressResource(ImportProgress progress, CurrentWorkspace current) {
        this.progress = progress;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "getImport", summary = "Get how far an import has come", description = """
            Of imports that were sent with an `Import-Key`. When one broke off, send the same body again with the same key: it is \
            taken up behind `storedUpToLine`.""")
    @APIResponse(responseCode = "200", description = "The import", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<ImportView> get(
            @Parameter(description = "The import's `Import-Key`; another workspace's is answered with 404.", example = "shortlist-2026-05") @PathParam("key") String key) {
        return progress.get(current.get(), key);
    }
}
