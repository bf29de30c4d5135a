package io.groundswell.campaign.rights.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkFormat;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The ledger over HTTP. */
@Path("/v1/rights-ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights", description = "What authors permit: asking, granting, checking, and the ledger of it all")
public class LedgerResource {
    private static final int ENTRIES_AT_A_TIME = 500;

    private final LedgerReader reader;
    private final LedgerVerification verification;
    private final CurrentWorkspace current;
    private final ObjectMapper json;

    LedgerResource(LedgerReader reader, LedgerVerification verification, CurrentWorkspace current, ObjectMapper json) {
        this.reader = reader;
        this.verification = verification;
        this.current = current;
        this.json = json;
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listRightsLedger", summary = "List what happened to rights, newest first")
    @APIResponse(responseCode = "200", description = "A page of entries", content = @Content(schema = @Schema(implementation = LedgerPage.class)))
    public Uni<Page<LedgerEntry>> list(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reader.page(current.get(), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/export")
    @Produces(BulkFormat.NDJSON_TYPE)
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "exportRightsLedger", summary = "Export the ledger, oldest first", description = """
            One entry per line, of any number. With the rule at `hash` anybody can compute the chain anew, without this service.""")
    @APIResponse(responseCode = "200", description = "The entries", content = @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(implementation = LedgerEntry.class), examples = @ExampleObject(name = "granted", value = """
            {"seq":3,"at":"2026-05-05T10:00:00Z","kind":"GRANT_MADE","postId":"0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a","requestId":null,"grantId":"0199c5a1-0000-7000-8000-000000000003","payload":{"via":"RECORDED"},"prevHash":"7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730","hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}""")))
    public StreamingOutput export(
            @Parameter(description = "Only entries behind this one; default: all", example = "120") @QueryParam("after") @Nullable Long after) {
        Workspace workspace = current.get();
        return out -> write(out, workspace, after == null ? 0 : after);
    }

    private void write(OutputStream out, Workspace workspace, long after) throws IOException {
        long last = after;
        List<LedgerEntry> entries;
        do {
            entries = reader.after(workspace, last, ENTRIES_AT_A_TIME).await().indefinitely();
            for (LedgerEntry entry : entries) {
                out.write(json.writeValueAsBytes(entry));
                out.write('\n');
                last = entry.seq();
            }
            out.flush();
        } while (entries.size() == ENTRIES_AT_A_TIME);
    }

    @POST
    @Path("/verify")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "verifyRightsLedger", summary = "Compute the ledger's chain anew", description = """
            Finds entries that were changed, moved, added or removed after they were written. Somebody who can rewrite the whole \
            chain in the database leaves it whole: note `headHash` and `entries` elsewhere from time to time and name them here \
            later.""")
    @APIResponse(responseCode = "200", description = "Whether it is whole, or the first entry that is not", content = @Content(schema = @Schema(implementation = LedgerVerification.Verification.class)))
    public Uni<LedgerVerification.Verification> verify(
            @Parameter(description = "Number of an entry whose hash was noted earlier", example = "120") @QueryParam("seq") @Nullable Long seq,
            @Parameter(description = "That hash", example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") @QueryParam("hash") @Nullable String hash) {
        if ((seq == null) != (hash == null)) {
            throw ProblemException.parameter("seq", "incomplete", "seq and hash belong together.");
        }
        return verification.verify(current.get(),
                seq == null || hash == null ? null : new LedgerVerification.Noted(seq, hash));
    }

    /** Names the page in the contract. */
    @Schema(name = "LedgerPage")
    private record LedgerPage(List<LedgerEntry> items, PageLinks page) {}
}
