package io.groundswell.kit.trial;

import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkFormat;
import io.groundswell.kit.bulk.BulkReport;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.outbox.OutboxEvent;
import io.groundswell.kit.patch.MergePatch;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A feature as services build them, on everything that the kit offers for the database. */
@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("notes:write")
public class NoteResource {
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final WorkspaceTransaction transaction;
    private final WorkspaceDatabase database;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final NoteGate gate;
    private final ObjectMapper json;

    NoteResource(CurrentWorkspace current, Idempotency idempotency, WorkspaceTransaction transaction,
            WorkspaceDatabase database, Outbox outbox, MergePatch mergePatch, NoteGate gate, ObjectMapper json) {
        this.current = current;
        this.idempotency = idempotency;
        this.transaction = transaction;
        this.database = database;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.gate = gate;
        this.json = json;
    }

    @POST
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, Note.Draft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(key, "POST /v1/notes", draft), () -> write(workspace, draft));
    }

    private Uni<Response> write(Workspace workspace, Note.Draft draft) {
        var note = new Note(workspace, draft);
        return Panache.getSession().chain(session -> session.persist(note).chain(session::flush))
                .chain(() -> outbox.append(workspace, List.of(
                        OutboxEvent.of("note", note.id(), "note.written", Instant.now(), Map.of("text", draft.text())))))
                .chain(() -> gate.pass(draft.text()))
                .map(_ -> {
                    if (draft.text().contains("refused")) {
                        throw ProblemException.conflict("The trial refuses this note after it was written.");
                    }
                    return Response.created(URI.create("/v1/notes/" + note.id())).header(HttpHeaders.ETAG, tag(note))
                            .entity(note.draft()).build();
                });
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        Workspace workspace = current.get();
        return transaction.run(workspace, () -> Panache.getSession()
                .chain(session -> session.find(Note.class, new WorkspaceKey(workspace, id)))
                .onItem().ifNull().failWith(() -> ProblemException.notFound("note", id))
                .invoke(note -> Preconditions.requireMatch(ifMatch, tag(note)))
                .call(note -> gate.pass(note.draft().text()))
                .invoke(note -> note.revise(mergePatch.apply(note.draft(), patch, Note.Draft.class)))
                .call(() -> Panache.getSession().chain(session -> session.flush()))
                .map(note -> Response.ok(note.draft()).header(HttpHeaders.ETAG, tag(note)).build()));
    }

    @POST
    @Path("/import")
    @Consumes({BulkFormat.NDJSON_TYPE, BulkFormat.CSV_TYPE})
    @Produces(BulkFormat.NDJSON_TYPE)
    @Blocking
    public StreamingOutput read(@HeaderParam("Content-Type") MediaType type, InputStream body) {
        var work = new NoteImport(database, current.get());
        return new BulkReport<>(BulkFormat.of(type).read(body, json), work, json.writer(), NoteImport.Outcome.class);
    }

    private static EntityTag tag(Note note) {
        return new EntityTag("v" + note.version());
    }
}
