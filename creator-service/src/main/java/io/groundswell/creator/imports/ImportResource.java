package io.groundswell.creator.imports;

import java.io.InputStream;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.creator.creator.Sightings;
import io.groundswell.creator.email.CreatorEmails;
import io.groundswell.kit.bulk.BulkBody;
import io.groundswell.kit.bulk.BulkFormat;
import io.groundswell.kit.bulk.BulkParameters;
import io.groundswell.kit.bulk.BulkReport;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.common.annotation.Blocking;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Creators in, by the line. */
@Path("/v1/creators/import")
@Tag(name = "Creators", description = "People who make content, and their accounts")
public class ImportResource {
    private final WorkspaceDatabase database;
    private final ImportProgress progress;
    private final Sightings sightings;
    private final CreatorEmails emails;
    private final CurrentWorkspace current;
    private final ObjectMapper json;
    private final Clock clock;

    ImportResource(WorkspaceDatabase database, ImportProgress progress, Sightings sightings, CreatorEmails emails,
            CurrentWorkspace current, ObjectMapper json, Clock clock) {
        this.database = database;
        this.progress = progress;
        this.sightings = sightings;
        this.emails = emails;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Blocking
    @Consumes({BulkFormat.NDJSON_TYPE, BulkFormat.CSV_TYPE})
    @Produces(BulkFormat.NDJSON_TYPE)
    @RolesAllowed("creators:write")
    @Operation(operationId = "importCreators", summary = "Import creators", description = """
            One account per line, as NDJSON or as CSV whose header names the same fields. The report streams back while the body is \
            sent: first `{"assumed": …}`, how the body is being read; with an `Import-Key` that is known, \
            `{"resumed": {"afterLine": …}}`; then one line per line in order, written after its batch committed; at the end \
            `{"summary": …}`, or `{"interrupted": …}`, which says up to which line everything is stored. Bad lines are reported and \
            lose no other. An account is known by its network and its userId or, without one, its handle: a line refreshes what it \
            tells and leaves the rest; the same file again changes nothing. A count may be written as networks show it, 12.3K. Of \
            `email` only a keyed hash is kept. A line may have 1 MiB; the body may have any size.""")
    @RequestBody(content = {
            @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "ndjson", value = """
                    {"network":"INSTAGRAM","handle":"mila.pours","followers":4200,"kind":"CUSTOMER","country":"NL"}""")),
            @Content(mediaType = BulkFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "csv", value = """
                    network,handle,followers,country
                    INSTAGRAM,mila.pours,4200,NL
                    YOUTUBE,noor.brews,12.3K,"""))})
    @APIResponse(responseCode = "200", description = "The report, one JSON object per line", content = @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(implementation = ImportOutcome.class), examples = @ExampleObject(name = "created", value = """
            {"line":1,"outcome":"CREATED","creatorId":"0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a","accountId":"0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6b"}""")))
    public StreamingOutput importCreators(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @BeanParam BulkParameters parameters,
            InputStream body) {
        Clock now = Clock.fixed(clock.instant(), clock.getZone());
        ImportProgress.Run run = progress.open(current.get(), parameters.importKey(), ImportSubject.CREATORS);
        BulkBody read = BulkBody.open(MediaType.valueOf(type), body, parameters.options(), ImportLine.FIELDS, json);
        var transactions = new ImportTransactions(database, run, parameters.isDryRun());
        var work = new CreatorImport(transactions, sightings, emails, current.get(), now);
        var report = new BulkReport<>(read.lines(), work, json.writer(), ImportOutcome.Outcome.class)
                .beginningWith("assumed", read.assumptions());
        run.resume(report);
        return report;
    }
}
