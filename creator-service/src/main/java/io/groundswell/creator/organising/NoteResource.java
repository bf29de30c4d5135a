package io.groundswell.creator.organising;

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

import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
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

/** Notes over HTTP. */
@Path("/v1/creators/{id}/notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notes", description = "What colleagues write down about a creator")
public class NoteResource {
    private static final String NOTE_ID = "Id of the note";
    private static final String SOME_NOTE = "01a20850-0000-7000-8000-000000000701";

    private final Notes notes;
    private final NoteList list;
    private final CurrentWorkspace current;
    private final WorkspaceTransaction transaction;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    NoteResource(Notes notes, NoteList list, CurrentWorkspace current, WorkspaceTransaction transaction,
            Idempotency idempotency, MergePatch mergePatch) {
        this.notes = notes;
        this.list = list;
        this.current = current;
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "addNote", summary = "Write a note on a creator", description = """
            Its author is the token's subject.""")
    @APIResponse(responseCode = "201", description = "The note; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = NoteView.class)))
    public Uni<Response> add(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            NoteText text) {
        Workspace workspace = current.get();
        String author = current.subject();
        String path = "/v1/creators/" + id + "/notes";
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST " + path, text),
                () -> notes.add(workspace, id, author, text).map(Note::view)
                        .map(note -> Response.created(URI.create(path + "/" + note.id()))
                                .header(HttpHeaders.ETAG, note.tag()).entity(note).build()));
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listNotes", summary = "List the notes on a creator, the newest first")
    @APIResponse(responseCode = "200", description = "A page of notes", content = @Content(schema = @Schema(implementation = NotePage.class)))
    public Uni<Page<NoteView>> list(@PathParam("id") UUID id, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), id, Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{noteId}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getNote", summary = "Get a note")
    @APIResponse(responseCode = "200", description = "The note", content = @Content(schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id,
            @Parameter(description = NOTE_ID, example = SOME_NOTE) @PathParam("noteId") UUID noteId,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return list.get(current.get(), id, noteId).map(note -> Preconditions.notModified(ifNoneMatch, note.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, note.tag()).build()
                : shown(note));
    }

    @PATCH
    @Path("/{noteId}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("creators:write")
    @Operation(operationId = "reviseNote", summary = "Change what a note says", description = """
            JSON Merge Patch (RFC 7396). The author stays; `editedBy` tells who changed it last.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = NoteText.class)))
    @APIResponse(responseCode = "200", description = "The note as it is now", content = @Content(schema = @Schema(implementation = NoteView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id,
            @Parameter(description = NOTE_ID, example = SOME_NOTE) @PathParam("noteId") UUID noteId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, JsonNode patch) {
        Workspace workspace = current.get();
        String editor = current.subject();
        String operation = "PATCH /v1/creators/" + id + "/notes/" + noteId;
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, operation, patch),
                () -> notes.edit(workspace, id, noteId, ifMatch, editor, text -> mergePatch.apply(text, patch, NoteText.class))
                        .map(note -> shown(note.view())));
    }

    @DELETE
    @Path("/{noteId}")
    @RolesAllowed("creators:write")
    @Operation(operationId = "deleteNote", summary = "Delete a note")
    @APIResponse(responseCode = "204", description = "The note is gone")
    public Uni<Response> delete(@PathParam("id") UUID id,
            @Parameter(description = NOTE_ID, example = SOME_NOTE) @PathParam("noteId") UUID noteId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Workspace workspace = current.get();
        return transaction.run(workspace, () -> notes.delete(workspace, id, noteId, ifMatch))
                .map(_ -> Response.noContent().build());
    }

    private static Response shown(NoteView note) {
        return Response.ok(note).header(HttpHeaders.ETAG, note.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "NotePage")
    private record NotePage(List<NoteView> items, PageLinks page) {}
}
